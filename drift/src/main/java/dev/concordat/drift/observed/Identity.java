package dev.concordat.drift.observed;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What tells an item of a list from the others.
final class Identity {
  private static final List<String> NAMES =
      List.of("id", "_id", "uuid", "key", "code", "sku", "slug", "number");

  private Identity() {}

  /// The value of the first member that usually identifies a thing.
  static Optional<JsonValue> of(JsonValue item) {
    return item instanceof JsonObject object
        ? Stream.concat(
                NAMES.stream(),
                object.members().keySet().stream().filter(name -> name.endsWith("Id")))
            .flatMap(name -> object.member(name).stream())
            .filter(value -> value instanceof JsonString || value instanceof JsonNumber)
            .findFirst()
        : Optional.empty();
  }
}
