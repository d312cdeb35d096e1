package dev.concordat.record.extension;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Looking into documents, and changing copies of them.
final class Json {
  private Json() {}

  /// The member, where it is an object; else an empty one.
  static JsonObject object(JsonObject json, String name) {
    return json.member(name)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .orElse(JsonObject.EMPTY);
  }

  /// The object at a path; nothing where there is none.
  static Optional<JsonObject> at(JsonObject json, List<String> path) {
    JsonValue value = json;
    for (String step : path) {
      if (!(value instanceof JsonObject object) || !object.has(step)) {
        return Optional.empty();
      }
      value = object.member(step).orElse(JsonObject.EMPTY);
    }
    return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /// A copy with a value at a path; what is not on the way yet is made.
  static JsonObject put(JsonObject json, List<String> path, JsonValue value) {
    String first = path.getFirst();
    return path.size() == 1
        ? json.with(first, value)
        : json.with(first, put(object(json, first), path.subList(1, path.size()), value));
  }

  static Optional<String> text(JsonObject json, String name) {
    return json.member(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }
}
