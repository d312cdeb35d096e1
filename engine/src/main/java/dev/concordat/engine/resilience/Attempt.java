package dev.concordat.engine.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// One request of a consumer, as the link saw it.
///
/// @param key the idempotency key it carried
/// @param atNanos when its first byte came, by {@link System#nanoTime()}
/// @param endedNanos when the consumer, or anybody else, ended its connection; empty while it was open
public record Attempt(
    long connection, String method, Optional<String> key, long atNanos, OptionalLong endedNanos) {
  /// How long after another this one came.
  Duration after(Attempt earlier) {
    return Duration.ofNanos(atNanos - earlier.atNanos);
  }
}
