package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// Before it has its answer the consumer gets many frames of the connection, each of which it has to acknowledge.
///
/// @param kind PING, or SETTINGS that change nothing
/// @param count from 1 to 10,000
public record Flood(StreamAct.Flood.Kind kind, int count) implements StreamFault {
  private static final int MOST = 10_000;

  public Flood {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("a flood has 1 to " + MOST + " frames");
    }
  }

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return new StreamPassage() {
      @Override
      public List<StreamAct> begun() {
        return List.of(new StreamAct.Flood(kind, count));
      }
    };
  }
}
