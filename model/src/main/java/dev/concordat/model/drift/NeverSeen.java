package dev.concordat.model.drift;

import dev.concordat.model.finding.Sentence;

/// Something that a contract documents and that was never met.
///
/// @param operation `GET /orders/{id}`
/// @param what what was not met: `operation`, `status 404`, `field /items/*/note`
public record NeverSeen(String operation, String what, Sentence sentence) {}
