package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;

/// Equality of JSON values: numbers by their mathematical value, members in any order.
final class JsonEquality {
  private JsonEquality() {}

  static boolean same(JsonValue left, JsonValue right) {
    return switch (left) {
      case JsonNumber number -> right instanceof JsonNumber other && number.sameValue(other);
      case JsonArray array -> right instanceof JsonArray other && sameItems(array, other);
      case JsonObject object -> right instanceof JsonObject other && sameMembers(object, other);
      default -> left.equals(right);
    };
  }

  private static boolean sameItems(JsonArray left, JsonArray right) {
    if (left.items().size() != right.items().size()) {
      return false;
    }
    for (int i = 0; i < left.items().size(); i++) {
      if (!same(left.items().get(i), right.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameMembers(JsonObject left, JsonObject right) {
    return left.members().keySet().equals(right.members().keySet())
        && left.members().entrySet().stream()
            .allMatch(
                entry ->
                    right
                        .member(entry.getKey())
                        .filter(other -> same(entry.getValue(), other))
                        .isPresent());
  }
}
