package dev.concordat.wire.http;

/// One step of a conversation. Both ends know the script: while one acts, the other expects.
sealed interface Turn {
  record ConsumerSends(byte[] bytes) implements Turn {}

  record ProviderSends(byte[] bytes) implements Turn {}

  /// The consumer ends its direction (half-close).
  record ConsumerEnds() implements Turn {}

  /// The provider ends its direction.
  record ProviderEnds() implements Turn {}
}
