package dev.concordat.engine.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// One request of a consumer, as the link saw it.
///
/// @param key the idempotency key it carried
/// @param atNanos when its first byte came, by {@link System#nanoTime()}
/// @param openedNanos when its connection was opened, where it is the first on it; else when its first byte came
/// @param endedNanos when the consumer, or anybody else, ended its connection; empty while it was open
public record Attempt(
    long connection,
    String method,
    Optional<String> key,
    long openedNanos,
    long atNanos,
    OptionalLong endedNanos) {
  /// A client that opens a connection for a request sends it at once, however busy its machine is.
  private static final long OPENING_NANOS = Duration.ofMillis(250).toNanos();

  /// Most clients count from before they connect. A connection that was opened long before, by a pool that fills itself,
  /// is not part of the waiting.
  long waitingSinceNanos() {
    boolean isOpenedForIt = atNanos - openedNanos <= OPENING_NANOS;
    return isOpenedForIt ? openedNanos : atNanos;
  }

  /// How long after another this one came.
  Duration after(Attempt earlier) {
    return Duration.ofNanos(atNanos - earlier.atNanos);
  }
}
