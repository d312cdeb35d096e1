package dev.concordat.registry.notify;

import java.time.Instant;
import java.util.Optional;

/// Everything that failed with one cause.
///
/// @param cause the same cause is the same incident
/// @param rule what is wrong, of `registry/…`
/// @param owner who must act
/// @param evidence JSON text
/// @param greenRuns successes since the last failure
public record Incident(
    long id,
    String uuid,
    String cause,
    String rule,
    String consumer,
    String provider,
    Optional<String> owner,
    String title,
    String evidence,
    boolean isOpen,
    int greenRuns,
    Instant openedAt,
    Instant updatedAt,
    Optional<Instant> closedAt) {}
