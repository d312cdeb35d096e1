package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When two values count as equal.
public enum Likeness {
  /// JSON values: types must agree, numbers are equal by value.
  JSON {
    @Override
    boolean scalarsAlike(JsonValue expected, JsonValue actual) {
      return expected.equals(actual);
    }
  },
  /// A column's value against JSON: databases have types that JSON writes as text, so numbers and date-times are
  /// compared by what they mean, everything else by its text.
  COLUMN {
    @Override
    boolean scalarsAlike(JsonValue expected, JsonValue actual) {
      if (expected == JsonNull.NULL || actual == JsonNull.NULL) {
        return expected.equals(actual);
      }
      Optional<Instant> instant = Instants.of(expected);
      if (instant.isPresent()) {
        return instant.equals(Instants.of(actual));
      }
      String left = text(expected);
      String right = text(actual);
      boolean areNumbers = JsonNumber.isJsonNumber(left) && JsonNumber.isJsonNumber(right);
      return areNumbers
          ? new JsonNumber(left).sameValue(new JsonNumber(right))
          : left.equals(right);
    }
  };

  abstract boolean scalarsAlike(JsonValue expected, JsonValue actual);

  /// Whether the two are equal in this sense.
  public boolean alike(JsonValue expected, JsonValue actual) {
    if (expected instanceof JsonNumber left && actual instanceof JsonNumber right) {
      return left.sameValue(right);
    }
    if (expected instanceof JsonArray(List<JsonValue> left)
        && actual instanceof JsonArray(List<JsonValue> right)) {
      return left.size() == right.size()
          && java.util.stream.IntStream.range(0, left.size())
              .allMatch(i -> alike(left.get(i), right.get(i)));
    }
    if (expected instanceof JsonObject left && actual instanceof JsonObject right) {
      return left.members().keySet().equals(right.members().keySet())
          && left.members().entrySet().stream()
              .allMatch(
                  member ->
                      right.member(member.getKey()).stream()
                          .allMatch(other -> alike(member.getValue(), other)));
    }
    return scalarsAlike(expected, actual);
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> text;
      case JsonBoolean(boolean truth) -> Boolean.toString(truth);
      default -> value.toString();
    };
  }
}
