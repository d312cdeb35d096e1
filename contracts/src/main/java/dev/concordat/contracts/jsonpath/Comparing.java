package dev.concordat.contracts.jsonpath;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Comparisons in filters (RFC 9535 section 2.3.5.2.2). What is not there equals only what is not there either.
final class Comparing {
  private Comparing() {}

  static boolean holds(Optional<JsonValue> left, String operator, Optional<JsonValue> right) {
    return switch (operator) {
      case "==" -> same(left, right);
      case "!=" -> !same(left, right);
      case "<" -> isLess(left, right);
      case ">" -> isLess(right, left);
      case "<=" -> isLess(left, right) || same(left, right);
      default -> isLess(right, left) || same(left, right);
    };
  }

  private static boolean same(Optional<JsonValue> left, Optional<JsonValue> right) {
    return (left.isPresent() && right.isPresent())
        ? same(left.get(), right.get())
        : left.isEmpty() == right.isEmpty();
  }

  private static boolean same(JsonValue left, JsonValue right) {
    return switch (left) {
      case JsonNumber a when right instanceof JsonNumber b ->
          (a.isTame() && b.isTame()) ? a.decimal().compareTo(b.decimal()) == 0 : a.equals(b);
      case JsonArray(List<JsonValue> a) when right instanceof JsonArray(List<JsonValue> b) -> {
        boolean all = a.size() == b.size();
        for (int i = 0; all && i < a.size(); i++) {
          all = same(a.get(i), b.get(i));
        }
        yield all;
      }
      case JsonObject(Map<String, JsonValue> a)
          when right instanceof JsonObject(Map<String, JsonValue> b) ->
          a.size() == b.size() && a.entrySet().stream().allMatch(each -> isIn(b, each));
      default -> left.equals(right);
    };
  }

  private static boolean isIn(Map<String, JsonValue> object, Map.Entry<String, JsonValue> member) {
    return same(Optional.ofNullable(object.get(member.getKey())), Optional.of(member.getValue()));
  }

  private static boolean isLess(Optional<JsonValue> left, Optional<JsonValue> right) {
    if (left.orElse(null) instanceof JsonNumber a && right.orElse(null) instanceof JsonNumber b) {
      return a.isTame() && b.isTame() && a.decimal().compareTo(b.decimal()) < 0;
    }
    return left.orElse(null) instanceof JsonString(String a)
        && right.orElse(null) instanceof JsonString(String b)
        && Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()) < 0;
  }
}
