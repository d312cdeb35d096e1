package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonObject;
import java.util.Optional;

/// What an operator made of a schema.
record Edit(JsonObject schema, Truth truth) {
  static Optional<Edit> of(JsonObject schema, Truth truth) {
    return Optional.of(new Edit(schema, truth));
  }
}
