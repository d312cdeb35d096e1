package dev.concordat.contracts;

import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;

/// An example that a contract's author wrote down.
///
/// @param name its key under `examples`; empty for a lone `example`
/// @param place where the value stands
public record DocumentedExample(String name, JsonValue value, Place place) {}
