package dev.concordat.standin.wiremock.path;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.PatternEngine;
import java.util.List;
import java.util.Optional;

/// The operators of filters.
final class Comparisons {
  private static final SafePatterns PATTERNS = new SafePatterns();

  private Comparisons() {}

  static boolean matches(Optional<JsonValue> value, String pattern) {
    return value
        .map(found -> found instanceof JsonString(String text) ? text : found.toString())
        .filter(text -> PATTERNS.match(pattern, text) == PatternEngine.Answer.MATCHES)
        .isPresent();
  }

  static boolean hold(Optional<JsonValue> left, String operator, Optional<JsonValue> right) {
    JsonValue expected = right.orElse(JsonNull.NULL);
    return switch (operator) {
      case "==", "===" ->
          left.isPresent() == right.isPresent() && left.map(v -> equal(v, expected)).orElse(true);
      case "!=", "!==" -> !hold(left, "==", right);
      case "<" -> left.isPresent() && order(left.get(), expected).filter(o -> o < 0).isPresent();
      case "<=" -> left.isPresent() && order(left.get(), expected).filter(o -> o <= 0).isPresent();
      case ">" -> left.isPresent() && order(left.get(), expected).filter(o -> o > 0).isPresent();
      case ">=" -> left.isPresent() && order(left.get(), expected).filter(o -> o >= 0).isPresent();
      case "=~" -> expected instanceof JsonString(String pattern) && matches(left, pattern);
      case "in" -> left.isPresent() && contains(expected, left.get());
      case "nin" -> left.isEmpty() || !contains(expected, left.get());
      case "subsetof" ->
          left.isPresent() && items(left.get()).stream().allMatch(i -> contains(expected, i));
      case "all" ->
          left.isPresent() && items(expected).stream().allMatch(i -> contains(left.get(), i));
      case "anyof" ->
          left.isPresent() && items(left.get()).stream().anyMatch(i -> contains(expected, i));
      case "noneof" ->
          left.isPresent() && items(left.get()).stream().noneMatch(i -> contains(expected, i));
      case "contains" -> left.isPresent() && holds(left.get(), expected);
      case "size" ->
          left.flatMap(Functions::size).filter(size -> isNumber(expected, size)).isPresent();
      case "empty" ->
          left.flatMap(Functions::size).isPresent()
              && expected.equals(JsonBoolean.of(left.flatMap(Functions::size).orElse(1) == 0));
      case "type" ->
          expected instanceof JsonString(String type)
              && left.filter(v -> v.type().equals(type)).isPresent();
      default -> false;
    };
  }

  private static boolean isNumber(JsonValue expected, int size) {
    return expected instanceof JsonNumber number && number.sameValue(JsonNumber.of(size));
  }

  private static boolean equal(JsonValue left, JsonValue right) {
    return (left instanceof JsonNumber one && right instanceof JsonNumber other)
        ? one.sameValue(other)
        : left.equals(right);
  }

  private static Optional<Integer> order(JsonValue left, JsonValue right) {
    if (left instanceof JsonNumber one && right instanceof JsonNumber other) {
      return one.isTame() && other.isTame()
          ? Optional.of(one.decimal().compareTo(other.decimal()))
          : Optional.empty();
    }
    return left instanceof JsonString(String one) && right instanceof JsonString(String other)
        ? Optional.of(one.compareTo(other))
        : Optional.empty();
  }

  private static List<JsonValue> items(JsonValue value) {
    return value instanceof JsonArray(List<JsonValue> items) ? items : List.of();
  }

  private static boolean contains(JsonValue list, JsonValue item) {
    return items(list).stream().anyMatch(one -> equal(one, item));
  }

  private static boolean holds(JsonValue container, JsonValue item) {
    return switch (container) {
      case JsonString(String text) ->
          item instanceof JsonString(String part) && text.contains(part);
      case JsonArray ignored -> contains(container, item);
      case JsonObject ignored -> false;
      case JsonNumber ignored -> false;
      case JsonBoolean ignored -> false;
      case JsonNull ignored -> false;
    };
  }
}
