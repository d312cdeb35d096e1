package dev.concordat.wire.fault;

/// Which way bytes go through a link.
public enum Direction {
  /// From the consumer to the provider: requests.
  TO_PROVIDER,
  /// From the provider to the consumer: responses.
  TO_CONSUMER
}
