package dev.concordat.cases.pattern;

import java.io.Serial;

/// Counts work, so that it ends: in words of 64 lengths that are looked at, and in characters that are written.
final class Effort {
  private final long most;
  private long spent;

  Effort(long most) {
    this.most = most;
  }

  void spend(long steps) throws TooCostly {
    spent += steps;
    if (spent > most) {
      throw new TooCostly();
    }
  }

  long spent() {
    return spent;
  }

  /// There is no text to be had for that much work.
  static final class TooCostly extends Exception {
    @Serial private static final long serialVersionUID = 1;

    TooCostly() {
      super("a text of the pattern takes too much work", null, false, false);
    }
  }
}
