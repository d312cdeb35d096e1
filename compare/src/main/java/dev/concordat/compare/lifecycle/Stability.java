package dev.concordat.compare.lifecycle;

import java.util.Locale;
import java.util.Optional;

/// How much is promised of something (`x-stability-level`), least first. Where nothing is said it is stable.
public enum Stability {
  DRAFT,
  ALPHA,
  BETA,
  STABLE;

  static Optional<Stability> named(String word) {
    for (Stability level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /// The level as documents write it: `beta`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether a consumer may rely on what it uses staying as it is. A draft and an alpha are shown, not promised.
  public boolean isPromise() {
    return compareTo(BETA) >= 0;
  }
}
