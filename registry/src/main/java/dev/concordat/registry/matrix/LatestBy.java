package dev.concordat.registry.matrix;

import java.util.Optional;

/// Of which rows only the newest counts.
public enum LatestBy {
  /// Of each consumer version and provider version, the newest publication and verification.
  CONSUMER_VERSION_PROVIDER_VERSION("cvpv"),
  /// Of each consumer version and provider, the newest provider version.
  CONSUMER_VERSION_PROVIDER("cvp"),
  /// Of each consumer and provider, the newest provider version.
  CONSUMER_PROVIDER("cp");

  private final String word;

  LatestBy(String word) {
    this.word = word;
  }

  /// By the word of the Pact dialect; nothing for unknown ones.
  static Optional<LatestBy> of(String word) {
    for (LatestBy one : values()) {
      if (one.word.equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
