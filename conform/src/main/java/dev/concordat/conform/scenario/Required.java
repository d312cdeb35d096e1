package dev.concordat.conform.scenario;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonObject;
import java.util.List;

/// The least of an object that its schema still accepts.
final class Required {
  private Required() {}

  /// The object without every member that the schema can do without.
  static JsonObject of(JsonObject object, Schema schema) {
    JsonObject least = object;
    for (String name : List.copyOf(object.members().keySet())) {
      JsonObject less = least.without(name);
      if (schema.accepts(less, Direction.REQUEST)) {
        least = less;
      }
    }
    return least;
  }
}
