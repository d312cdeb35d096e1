package dev.concordat.contracts.schema;

import java.io.Serial;

/// A text that counts how often it is looked at, which bounds a backtracking matcher.
final class CountedText implements CharSequence {
  private static final int MAX_STEPS = 200_000;

  private final String text;
  private int steps;

  CountedText(String text) {
    this.text = text;
  }

  /// The budget is used up.
  static final class TooManySteps extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    TooManySteps() {
      super("the pattern takes more than " + MAX_STEPS + " steps", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (++steps > MAX_STEPS) {
      throw new TooManySteps();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
