package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// The connection is given up (GOAWAY) when the request comes. In order: with NO_ERROR, and this request is the last that is
/// answered; what the consumer begins on this connection after it gets no answer. Otherwise the request is not taken, the last
/// stream that is named is the one before it, and the connection is closed.
///
/// @param code NO_ERROR for in order
public record GoAway(Http2Error code) implements StreamFault {
  @Override
  public String name() {
    return "goaway";
  }

  private boolean isInOrder() {
    return code == Http2Error.NO_ERROR;
  }

  @Override
  public boolean asksProvider() {
    return isInOrder();
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return new StreamPassage() {
      @Override
      public List<StreamAct> begun() {
        return List.of(new StreamAct.GoAway(code, isInOrder()));
      }
    };
  }
}
