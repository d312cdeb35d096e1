package dev.concordat.conform.scenario;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Breaks one member of an object and leaves the others right, the last member first: what is checked late is written early.
final class Broken {
  private static final List<JsonValue> OTHERS =
      List.of(
          JsonObject.EMPTY.with("concordat", JsonBoolean.of(true)),
          new JsonArray(List.of()),
          new JsonString("concordat"),
          JsonNumber.of(-1));

  private Broken() {}

  /// The object with one member that its schema does not allow; nothing where every value is allowed.
  static Optional<JsonObject> of(JsonObject object, Schema schema) {
    return object.members().keySet().stream().toList().reversed().stream()
        .flatMap(name -> broken(object, name))
        .filter(broken -> !schema.accepts(broken, Direction.REQUEST))
        .findFirst();
  }

  private static Stream<JsonObject> broken(JsonObject object, String name) {
    return OTHERS.stream().map(other -> object.with(name, other));
  }
}
