package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.List;

/// Passes a number of bytes, then does something for good.
final class Cut implements Passage {
  private final Act last;
  private long left;
  private boolean isDone;

  Cut(long after, Act last) {
    this.left = after;
    this.last = last;
  }

  @Override
  public List<Act> next(ByteBuffer bytes) {
    int count = bytes.remaining();
    if (isDone || count == 0) {
      return isDone && last instanceof Act.Stall ? List.of(new Act.Send(bytes)) : List.of();
    }
    if (count < left) {
      left -= count;
      return List.of(new Act.Send(bytes));
    }
    isDone = true;
    int passed = (int) left;
    var before = new Act.Send(bytes.slice(bytes.position(), passed));
    if (!(last instanceof Act.Stall)) {
      return passed == 0 ? List.of(last) : List.of(before, last);
    }
    var after = new Act.Send(bytes.slice(bytes.position() + passed, count - passed));
    return passed == 0 ? List.of(last, after) : List.of(before, last, after);
  }

  static void check(long after) {
    if (after < 0) {
      throw new IllegalArgumentException("a number of bytes is not negative");
    }
  }
}
