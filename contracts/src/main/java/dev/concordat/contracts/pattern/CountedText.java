package dev.concordat.contracts.pattern;

/// Text that counts how often it is read, so that a backtracking engine can be stopped.
final class CountedText implements CharSequence {
  /// How many characters a match may read.
  private static final int MAX_READS = 5_000_000;

  private final CharSequence text;
  private int reads;

  CountedText(CharSequence text) {
    this.text = text;
  }

  /// The match has read too much.
  static final class Exhausted extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1;

    Exhausted() {
      super("the match has read more than " + MAX_READS + " characters", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (++reads > MAX_READS) {
      throw new Exhausted();
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
    return text.toString();
  }
}
