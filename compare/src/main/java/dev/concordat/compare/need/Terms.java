package dev.concordat.compare.need;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Pieces of JSON Schema as JSON values.
final class Terms {
  static final JsonValue ANY = JsonBoolean.of(true);
  static final JsonValue NONE = JsonBoolean.of(false);

  private Terms() {}

  static JsonObject type(String name) {
    return JsonObject.EMPTY.with("type", new JsonString(name));
  }

  static JsonObject pattern(String pattern) {
    return type("string").with("pattern", new JsonString(pattern));
  }

  static JsonObject one(JsonValue value) {
    return JsonObject.EMPTY.with("const", value);
  }

  static JsonObject among(List<JsonValue> values) {
    return JsonObject.EMPTY.with("enum", new JsonArray(values));
  }

  static JsonObject not(JsonValue schema) {
    return JsonObject.EMPTY.with("not", schema);
  }

  static JsonNumber number(int value) {
    return JsonNumber.of(value);
  }

  /// All of them; what says nothing is left out.
  static JsonValue all(List<JsonValue> schemas) {
    var told = new LinkedHashSet<>(schemas);
    told.remove(ANY);
    if (told.contains(NONE)) {
      return NONE;
    }
    return switch (told.size()) {
      case 0 -> ANY;
      case 1 -> told.getFirst();
      default -> JsonObject.EMPTY.with("allOf", new JsonArray(List.copyOf(told)));
    };
  }

  /// One of them at least; what allows nothing is left out.
  static JsonValue any(List<JsonValue> schemas) {
    var told = new LinkedHashSet<>(schemas);
    told.remove(NONE);
    if (told.contains(ANY)) {
      return ANY;
    }
    return switch (told.size()) {
      case 0 -> NONE;
      case 1 -> told.getFirst();
      default -> JsonObject.EMPTY.with("anyOf", new JsonArray(List.copyOf(told)));
    };
  }

  /// An object with these members. Whether others may be there is always said, so that no reading closes it.
  static JsonObject object(
      Map<String, JsonValue> properties, List<String> required, JsonValue others) {
    JsonObject schema = type("object");
    if (!properties.isEmpty()) {
      schema = schema.with("properties", new JsonObject(properties));
    }
    if (!required.isEmpty()) {
      List<JsonValue> names = new ArrayList<>();
      required.forEach(name -> names.add(new JsonString(name)));
      schema = schema.with("required", new JsonArray(names));
    }
    return schema.with("additionalProperties", others);
  }

  /// A list whose first items are these.
  static JsonObject list(List<JsonValue> first, JsonValue rest) {
    JsonObject schema = type("array");
    int distinct = first.size();
    while (distinct > 0 && first.get(distinct - 1).equals(rest)) {
      distinct--;
    }
    if (distinct > 0) {
      schema = schema.with("prefixItems", new JsonArray(first.subList(0, distinct)));
    }
    return rest.equals(ANY) ? schema : schema.with("items", rest);
  }
}
