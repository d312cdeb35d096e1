package dev.concordat.environment.setup;

import dev.concordat.model.place.Place;

/// A change of a value that `concordat.yaml` accepts.
///
/// @param path the place that may differ: `orders-db.orders /note`
/// @param transformation what may happen there, by the last word of the rule: `trimmed`; or `any`
/// @param owner who agreed
/// @param reason why
/// @param line the line of the file, trimmed
public record WrittenAcceptance(
    String path, String transformation, String owner, String reason, Place place, String line) {}
