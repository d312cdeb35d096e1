package dev.concordat.standin;

/// What a stand-in depends on beside its contract.
///
/// @param seed of all made values
/// @param startWith how many things of a kind there are at the start, where the contract shows none
public record StandInSettings(long seed, int startWith) {
  /// More than this at the start would cost memory for nothing.
  public static final int MAX_START = 1_000;

  /// Seed 1, two of each kind.
  public static final StandInSettings DEFAULT = new StandInSettings(1, 2);

  public StandInSettings {
    if (startWith < 0 || startWith > MAX_START) {
      throw new IllegalArgumentException("a stand-in starts with 0 to " + MAX_START + " of a kind");
    }
  }
}
