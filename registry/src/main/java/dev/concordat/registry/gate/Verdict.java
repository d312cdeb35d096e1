package dev.concordat.registry.gate;

/// What the gate says.
public enum Verdict {
  /// Every pair that will meet was proved.
  SAFE,
  /// At least one pair was shown to break.
  UNSAFE,
  /// Nothing was shown to break, but evidence is missing.
  UNKNOWN
}
