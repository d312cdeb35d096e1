package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Bounds on the size of a collection.
final class Sizes {
  private Sizes() {}

  static Optional<String> check(OptionalInt min, OptionalInt max, JsonValue actual) {
    return switch (actual) {
      case JsonArray array -> check(min, max, array.items().size(), show(array));
      case JsonObject object -> check(min, max, object.members().size(), object.toString());
      default -> Optional.empty();
    };
  }

  static Optional<String> check(OptionalInt min, OptionalInt max, int size, String shown) {
    if (min.isPresent() && size < min.getAsInt()) {
      return Optional.of(
          String.format(
              "Expected %s (size %d) to have minimum size of %d", shown, size, min.getAsInt()));
    }
    if (max.isPresent() && size > max.getAsInt()) {
      return Optional.of(
          String.format(
              "Expected %s (size %d) to have maximum size of %d", shown, size, max.getAsInt()));
    }
    return Optional.empty();
  }

  private static String show(JsonArray array) {
    return array.items().stream()
        .map(JsonValue::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
