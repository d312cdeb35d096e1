package dev.concordat.compare.avro;

/// What comparing untrusted schemas may cost.
final class ReadingLimits {
  /// Pairs of types that are looked at.
  static final int MAX_PAIRS = 20_000;

  /// Values within values of a datum that is made up.
  static final int MAX_HEIGHT = 40;

  /// Steps to the place of a datum that is meant.
  static final int MAX_STEPS = 150;

  /// Values of a datum that is made up.
  static final int MAX_VALUES = 10_000;

  /// Pairs of types that are looked at to see whether unions are alike.
  static final int MAX_LIKENESS_STEPS = 200_000;

  /// Issues that are told of two schemas.
  static final int MAX_ISSUES = 1_000;

  private ReadingLimits() {}
}
