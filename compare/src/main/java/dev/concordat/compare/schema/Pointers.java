package dev.concordat.compare.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;

/// Pointers into values that speak of all items of an array at once.
final class Pointers {
  private Pointers() {}

  /// The pointer with `*` for every array index.
  static String withoutIndices(String pointer, JsonValue value) {
    var out = new StringBuilder();
    JsonValue at = value;
    for (String token :
        pointer.isEmpty() ? List.<String>of() : List.of(pointer.substring(1).split("/", -1))) {
      out.append('/').append(at instanceof JsonArray ? "*" : token);
      at = inside(at, token);
    }
    return out.toString();
  }

  private static JsonValue inside(JsonValue value, String token) {
    return switch (value) {
      case JsonObject object ->
          object.member(token.replace("~1", "/").replace("~0", "~")).orElse(JsonObject.EMPTY);
      case JsonArray array
          when token.chars().allMatch(Character::isDigit)
              && Integer.parseInt(token) < array.items().size() ->
          array.items().get(Integer.parseInt(token));
      default -> JsonObject.EMPTY;
    };
  }
}
