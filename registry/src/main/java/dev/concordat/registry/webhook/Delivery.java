package dev.concordat.registry.webhook;

import java.time.Instant;
import java.util.Optional;

/// One call in the outbox.
///
/// @param webhook empty where it was removed, and for calls that tell owners of incidents
/// @param status `not_run`, `retrying`, `success`, `failure`
/// @param attempts how often it was tried
record Delivery(
    long id,
    String uuid,
    Optional<String> webhook,
    Optional<String> consumer,
    Optional<String> provider,
    String event,
    Call call,
    String status,
    int attempts,
    Instant createdAt) {}
