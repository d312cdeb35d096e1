package dev.concordat.contracts.asyncapi;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.Optional;

/// An example of a whole message (AsyncAPI 3.0, Message Example Object).
///
/// @param name empty where it has none
/// @param place where it stands
public record MessageExample(
    String name, Optional<JsonObject> headers, Optional<JsonValue> payload, Place place) {}
