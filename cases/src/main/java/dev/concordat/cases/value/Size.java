package dev.concordat.cases.value;

/// How much of what is optional a value has.
public enum Size {
  /// Only what is required, as small as allowed.
  MINIMAL,
  /// Every member the schema names.
  FULL
}
