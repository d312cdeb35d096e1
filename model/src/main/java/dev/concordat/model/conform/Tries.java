package dev.concordat.model.conform;

/// How often a fault showed when the same requests were sent again. Tries that could not come as far as the fault do not count.
///
/// @param seen in how many tries it showed, the first among them
/// @param of how many tries there were
public record Tries(int seen, int of) {
  /// Seen once, and not tried again.
  public static final Tries ONCE = new Tries(1, 1);

  public Tries {
    if (seen < 1 || of < seen) {
      throw new IllegalArgumentException("seen " + seen + " of " + of);
    }
  }

  /// With one more try.
  public Tries and(boolean isSeen) {
    return new Tries(isSeen ? seen + 1 : seen, of + 1);
  }

  /// Whether it showed in every try.
  public boolean isAlways() {
    return seen == of;
  }

  /// For people: `in 3 of 10 tries`, `once in 10 tries`, `once`.
  public String words() {
    if (of == 1) {
      return "once";
    }
    return (seen == 1 ? "once in " : "in " + seen + " of ") + of + " tries";
  }
}
