package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.MessageExample;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// What a message begins with; what is absent is made.
///
/// @param origin where it is from, for people
record Basis(
    MessageSpec message, String origin, Optional<JsonObject> headers, Optional<JsonValue> payload) {
  static Basis made(MessageSpec message) {
    return new Basis(message, "made", Optional.empty(), Optional.empty());
  }

  static Basis given(MessageSpec message, JsonValue payload) {
    return new Basis(message, "given", Optional.empty(), Optional.of(payload));
  }

  static Basis of(MessageSpec message, MessageExample example) {
    String origin =
        "example "
            + (example.name().isEmpty() ? "at " + example.place().shortForm() : example.name());
    return new Basis(message, origin, example.headers(), example.payload());
  }
}
