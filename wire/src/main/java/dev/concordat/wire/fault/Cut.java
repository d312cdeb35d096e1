package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Passes a number of bytes, then does something for good.
final class Cut implements Passage {
  private final List<Act> last;
  private final boolean goesOn;
  private long left;
  private boolean isDone;

  Cut(long after, List<Act> last) {
    this.left = after;
    this.last = last;
    this.goesOn = last.contains(new Act.Stall());
  }

  @Override
  public List<Act> next(ByteBuffer bytes) {
    int count = bytes.remaining();
    if (isDone) {
      return goesOn ? List.of(new Act.Send(bytes)) : List.of();
    }
    if (count == 0 || count < left) {
      left -= count;
      return List.of(new Act.Send(bytes));
    }
    isDone = true;
    int passed = (int) left;
    List<Act> acts = new ArrayList<>();
    acts.add(new Act.Send(bytes.slice(bytes.position(), passed)));
    acts.addAll(last);
    if (goesOn) {
      acts.add(new Act.Send(bytes.slice(bytes.position() + passed, count - passed)));
    }
    return acts;
  }

  static void check(long after) {
    if (after < 0) {
      throw new IllegalArgumentException("a number of bytes is not negative");
    }
  }
}
