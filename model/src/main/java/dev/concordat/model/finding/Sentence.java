package dev.concordat.model.finding;

import dev.concordat.model.place.Place;

/// The sentence of a contract or flow that was broken.
///
/// @param text the source line as written, trimmed: `amount: {type: string, format: decimal}`
public record Sentence(Place place, String text) {}
