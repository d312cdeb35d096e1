package dev.concordat.cli.provider;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads members of files that somebody may have changed: what is not there or of another type is empty.
record Fields(JsonObject object) {
  String text(String name) {
    return object.member(name).orElse(JsonArray.of()) instanceof JsonString(String text)
        ? text
        : "";
  }

  int number(String name) {
    return object.member(name).orElse(JsonArray.of()) instanceof JsonNumber number
            && number.isTame()
        ? number.decimal().intValue()
        : 0;
  }

  boolean has(String name) {
    return object.member(name).isPresent();
  }

  /// The object in it; nothing where there is none.
  Optional<Fields> in(String name) {
    return object
        .member(name)
        .flatMap(
            value ->
                value instanceof JsonObject inner
                    ? Optional.of(new Fields(inner))
                    : Optional.empty());
  }

  /// The texts of a list.
  List<String> texts(String name) {
    return items(name).stream()
        .flatMap(item -> item instanceof JsonString(String text) ? Stream.of(text) : Stream.of())
        .toList();
  }

  private List<JsonValue> items(String name) {
    return object.member(name).orElse(JsonArray.of()) instanceof JsonArray array
        ? array.items()
        : List.of();
  }

  /// The objects of a list.
  List<Fields> each(String name) {
    return items(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(item -> new Fields((JsonObject) item))
        .toList();
  }
}
