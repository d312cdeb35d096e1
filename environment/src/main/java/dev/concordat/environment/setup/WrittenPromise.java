package dev.concordat.environment.setup;

import dev.concordat.model.place.Place;

/// What `concordat.yaml` promises of how a system calls another.
///
/// @param key `timeout`, `connect-timeout`, `retries`, `order`, `backoff`, `jitter`, `breaker`, `recovery` or `fallback`
/// @param value as written
/// @param line the line of the file, trimmed
public record WrittenPromise(
    String consumer, String provider, String key, String value, Place place, String line) {}
