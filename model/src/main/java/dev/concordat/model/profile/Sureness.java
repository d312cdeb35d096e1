package dev.concordat.model.profile;

/// How sure a measured value is.
public enum Sureness {
  /// Several measurements agree, or one that cannot be read in another way.
  SURE,
  /// One measurement, or several that differ a little.
  LIKELY,
  /// Nothing was measured.
  NONE
}
