package dev.concordat.environment.setup;

import dev.concordat.model.place.Place;

/// What `concordat.yaml` promises of how a system calls another, or of what it makes of a broker's messages.
///
/// @param provider the other system, or the broker
/// @param key `timeout`, `connect-timeout`, `retries`, `order`, `backoff`, `jitter`, `breaker`, `recovery`, `fallback`, or
///     `duplicates`
/// @param value as written
/// @param line the line of the file, trimmed
public record WrittenPromise(
    String consumer, String provider, String key, String value, Place place, String line) {}
