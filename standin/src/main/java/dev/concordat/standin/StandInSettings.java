package dev.concordat.standin;

import java.util.Optional;

/// What a stand-in depends on beside its contract.
///
/// @param seed of all made values
/// @param startWith how many things of a kind there are at the start, where the contract shows none
/// @param secret the only one that is taken as a credential; where it is absent, any is
public record StandInSettings(long seed, int startWith, Optional<String> secret) {
  /// More than this at the start would cost memory for nothing.
  public static final int MAX_START = 1_000;

  /// Seed 1, two of each kind, any credential.
  public static final StandInSettings DEFAULT = new StandInSettings(1, 2);

  public StandInSettings(long seed, int startWith) {
    this(seed, startWith, Optional.empty());
  }

  public StandInSettings {
    if (startWith < 0 || startWith > MAX_START) {
      throw new IllegalArgumentException("a stand-in starts with 0 to " + MAX_START + " of a kind");
    }
  }
}
