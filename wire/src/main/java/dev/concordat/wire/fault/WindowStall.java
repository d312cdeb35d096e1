package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Flow control stands still. Of a response, its head comes and then no more DATA than so many bytes; of a request
/// (`direction`), the consumer is never told that it may send more than the provider allowed at first. When the fault is removed all
/// goes on.
///
/// @param afterBytes how many bytes of the response's body pass before
public record WindowStall(long afterBytes) implements StreamFault {
  public WindowStall {
    Cut.check(afterBytes);
  }

  @Override
  public String name() {
    return "window-stall";
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return request.direction() == Direction.TO_PROVIDER ? new OfRequest() : new OfResponse();
  }

  private static final class OfRequest implements StreamPassage {
    @Override
    public List<StreamAct> begun() {
      return List.of(new StreamAct.WithholdWindow());
    }
  }

  private final class OfResponse implements StreamPassage {
    private long left = afterBytes;
    private boolean isStalled;

    @Override
    public List<StreamAct> next(StreamAct.Part part) {
      return part instanceof StreamAct.Body(ByteBuffer bytes, boolean isEnd) && !isStalled
          ? cut(bytes, isEnd)
          : List.of(part);
    }

    private List<StreamAct> cut(ByteBuffer bytes, boolean isEnd) {
      int passed = (int) Math.min(left, bytes.remaining());
      left -= passed;
      List<StreamAct> acts = new ArrayList<>();
      acts.add(new StreamAct.Body(bytes.slice(bytes.position(), passed), false));
      if (left > 0 && !isEnd) {
        return acts;
      }
      isStalled = true;
      acts.add(new StreamAct.Stall());
      int rest = bytes.remaining() - passed;
      acts.add(new StreamAct.Body(bytes.slice(bytes.position() + passed, rest), isEnd));
      return acts;
    }
  }
}
