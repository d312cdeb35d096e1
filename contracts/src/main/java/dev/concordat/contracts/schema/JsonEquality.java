package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Equality as JSON Schema means it: numbers by their value, objects without order (2020-12 core, section 4.2.2).
final class JsonEquality {
  private JsonEquality() {}

  static boolean same(JsonValue a, JsonValue b) {
    if (a instanceof JsonString(String text)) {
      return b instanceof JsonString(String other) && text.equals(other);
    }
    return a.type().equals(b.type()) && key(a).equals(key(b));
  }

  /// A stand-in whose `equals` and `hashCode` follow this equality.
  static Object key(JsonValue value) {
    return switch (value) {
      case JsonNull literal -> literal;
      case JsonBoolean literal -> literal;
      case JsonString string -> string;
      case JsonNumber number -> Decimal.of(number);
      case JsonArray(List<JsonValue> items) -> {
        List<Object> keys = new ArrayList<>(items.size());
        for (JsonValue item : items) {
          keys.add(key(item));
        }
        yield keys;
      }
      case JsonObject(Map<String, JsonValue> members) -> {
        Map<String, Object> keys = HashMap.newHashMap(members.size());
        members.forEach((name, member) -> keys.put(name, key(member)));
        yield keys;
      }
    };
  }
}
