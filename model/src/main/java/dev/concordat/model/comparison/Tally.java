package dev.concordat.model.comparison;

/// How many positions were compared, by what came of it.
public record Tally(int proved, int broken, int undecided) {
  /// Nothing compared yet.
  public static final Tally NONE = new Tally(0, 0, 0);

  public int all() {
    return proved + broken + undecided;
  }

  /// Both together.
  public Tally plus(Tally other) {
    return new Tally(proved + other.proved, broken + other.broken, undecided + other.undecided);
  }
}
