package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// References within one description.
final class LocalReferences {
  private final JsonObject description;

  LocalReferences(JsonObject description) {
    this.description = description;
  }

  /// What a lone reference leads to; anything else is itself.
  JsonValue follow(JsonValue value) {
    return reference(value).flatMap(this::at).orElse(value);
  }

  /// The pointer of an object that is nothing but a reference into this description.
  static Optional<String> reference(JsonValue value) {
    return value instanceof JsonObject object
            && object.size() == 1
            && object.member("$ref").orElse(null) instanceof JsonString(String text)
            && text.startsWith("#/")
            && !text.contains("%")
            && !text.contains("~")
        ? Optional.of(text)
        : Optional.empty();
  }

  Optional<JsonValue> at(String reference) {
    JsonValue at = description;
    for (String step : reference.substring(2).split("/", -1)) {
      Optional<JsonValue> next =
          at instanceof JsonObject object ? object.member(step) : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  /// How many objects and lists a value has, references followed; -1 where one leads back or nowhere, or there are too
  /// many.
  int size(JsonValue value, int most) {
    return size(value, most, new HashSet<>());
  }

  private int size(JsonValue value, int most, Set<String> open) {
    int all = 1;
    var inner =
        switch (value) {
          case JsonArray list -> list.items();
          case JsonObject object -> object.members().values();
          default -> java.util.List.<JsonValue>of();
        };
    if (value instanceof JsonObject object
        && object.member("$ref").orElse(null) instanceof JsonString(String text)) {
      Optional<JsonValue> target = text.startsWith("#/") ? at(text) : Optional.<JsonValue>empty();
      if (target.isEmpty() || !open.add(text)) {
        return -1;
      }
      int size = size(target.get(), most, open);
      open.remove(text);
      return size < 0 ? -1 : all + size;
    }
    for (JsonValue each : inner) {
      int size = size(each, most - all, open);
      all += size;
      if (size < 0 || all > most) {
        return -1;
      }
    }
    return all;
  }
}
