package dev.concordat.compare.mutation;

/// What is known of an edit.
enum Known {
  /// Somebody breaks, and a message shows it.
  BREAKS,
  /// It must be told: whether it breaks depends on how a reader is written, or no message shows it.
  FLAGGED,
  SAFE;

  static Known of(boolean isBreaking) {
    return isBreaking ? BREAKS : SAFE;
  }
}
