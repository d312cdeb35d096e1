package dev.concordat.environment.setup;

/// How sure detection is of a fact.
public enum Sureness {
  /// Somebody wrote exactly this.
  CERTAIN,
  /// Two things match by name or port.
  LIKELY,
  /// A convention, nothing more.
  GUESS
}
