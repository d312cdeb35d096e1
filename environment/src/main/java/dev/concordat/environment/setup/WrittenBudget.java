package dev.concordat.environment.setup;

import dev.concordat.model.place.Place;

/// How fast an operation must be, as `concordat.yaml` says.
///
/// @param operation the contract's name for it
/// @param value as written: `p95 < 150ms`
/// @param line the line of the file, trimmed
public record WrittenBudget(
    String system, String operation, String value, Place place, String line) {}
