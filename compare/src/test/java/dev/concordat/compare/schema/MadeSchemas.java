package dev.concordat.compare.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Schemas as contracts have them, and the same with something edited, from one seed.
final class MadeSchemas {
  private static final int MAX_DEPTH = 3;
  private static final List<String> NAMES = List.of("id", "name", "items", "state", "note", "x-y");
  private static final List<String> WORDS = List.of("new", "paid", "sent", "gone");
  private static final List<String> PATTERNS = List.of("^[a-z]+$", "^[a-z]{2,4}$", "^x", "\\d");

  private final Random random;

  MadeSchemas(Random random) {
    this.random = random;
  }

  JsonObject schema() {
    return schema(0);
  }

  private JsonObject schema(int depth) {
    return switch (random.nextInt(depth >= MAX_DEPTH ? 4 : 8)) {
      case 0 -> text();
      case 1 -> number();
      case 2 -> type("boolean");
      case 3 -> type("string").with("enum", words());
      case 4 -> array(depth);
      case 5 -> alternatives(depth);
      default -> object(depth);
    };
  }

  private JsonObject text() {
    JsonObject text = type("string");
    if (one(3)) {
      text = text.with("maxLength", JsonNumber.of(2 + random.nextInt(6)));
    }
    if (one(3)) {
      text = text.with("minLength", JsonNumber.of(random.nextInt(3)));
    }
    return one(4) ? text.with("pattern", new JsonString(pick(PATTERNS))) : text;
  }

  private JsonObject number() {
    JsonObject number = type(one(2) ? "integer" : "number");
    if (one(2)) {
      number = number.with("minimum", JsonNumber.of(random.nextInt(5)));
    }
    if (one(2)) {
      number = number.with("maximum", JsonNumber.of(5 + random.nextInt(5)));
    }
    return one(5) ? number.with("multipleOf", JsonNumber.of(1 + random.nextInt(3))) : number;
  }

  private JsonObject array(int depth) {
    JsonObject array = type("array").with("items", schema(depth + 1));
    if (one(3)) {
      array = array.with("minItems", JsonNumber.of(1));
    }
    if (one(3)) {
      array = array.with("maxItems", JsonNumber.of(2 + random.nextInt(3)));
    }
    return one(5) ? array.with("uniqueItems", JsonBoolean.of(true)) : array;
  }

  private JsonObject alternatives(int depth) {
    var all = new ArrayList<JsonValue>();
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      all.add(schema(depth + 1));
    }
    return JsonObject.EMPTY.with(one(2) ? "oneOf" : "anyOf", new JsonArray(all));
  }

  private JsonObject object(int depth) {
    JsonObject properties = JsonObject.EMPTY;
    var required = new ArrayList<JsonValue>();
    for (String name : NAMES) {
      if (one(2)) {
        properties = properties.with(name, schema(depth + 1));
        if (one(3)) {
          required.add(new JsonString(name));
        }
      }
    }
    JsonObject object = type("object").with("properties", properties);
    if (!required.isEmpty()) {
      object = object.with("required", new JsonArray(required));
    }
    if (one(4)) {
      object =
          object.with("additionalProperties", one(2) ? JsonBoolean.of(false) : schema(depth + 1));
    }
    return one(8)
        ? object.with("patternProperties", JsonObject.EMPTY.with("^x", schema(MAX_DEPTH)))
        : object;
  }

  /// The schema with one sentence edited somewhere inside.
  JsonObject edited(JsonObject schema) {
    List<String> inner =
        schema.members().keySet().stream()
            .filter(List.of("properties", "items", "anyOf", "oneOf", "allOf")::contains)
            .toList();
    if (inner.isEmpty() || one(3)) {
      return here(schema);
    }
    String keyword = pick(inner);
    return schema.with(keyword, inside(schema.member(keyword).orElseThrow(), keyword));
  }

  private JsonValue inside(JsonValue value, String keyword) {
    if (value instanceof JsonArray(List<JsonValue> all) && !all.isEmpty()) {
      var items = new ArrayList<>(all);
      int at = random.nextInt(items.size());
      items.set(at, edited((JsonObject) items.get(at)));
      return new JsonArray(items);
    }
    if (keyword.equals("properties") && value instanceof JsonObject named && named.size() > 0) {
      String name = named.nameAt(random.nextInt(named.size()));
      return named.with(name, edited((JsonObject) named.member(name).orElseThrow()));
    }
    return keyword.equals("items") && value instanceof JsonObject item ? edited(item) : value;
  }

  private JsonObject here(JsonObject schema) {
    List<String> keywords = schema.members().keySet().stream().toList();
    String keyword = pick(keywords);
    return switch (keyword) {
      case "type" -> typeEdited(schema);
      case "maxLength", "minLength", "minimum", "maximum", "minItems", "maxItems" ->
          one(3) ? schema.without(keyword) : schema.with(keyword, JsonNumber.of(random.nextInt(9)));
      case "required" ->
          schema.with("required", new JsonArray(List.of(new JsonString(pick(NAMES)))));
      case "enum" -> schema.with("enum", words());
      case "properties" -> propertyEdited(schema);
      case "anyOf", "oneOf" -> listEdited(schema, keyword);
      case "additionalProperties", "pattern", "multipleOf", "uniqueItems" ->
          schema.without(keyword);
      default -> schema.with("nullable", JsonBoolean.of(true));
    };
  }

  private JsonObject typeEdited(JsonObject schema) {
    if (!(schema.member("type").orElse(null) instanceof JsonString(String type))) {
      return schema.with("type", new JsonString("string"));
    }
    return switch (type) {
      case "integer" -> schema.with("type", new JsonString("number"));
      case "number" -> schema.with("type", new JsonString("integer"));
      case "string" -> one(2) ? schema.with("maxLength", JsonNumber.of(3)) : nullable(schema, type);
      case "object" ->
          one(2)
              ? schema.with("additionalProperties", JsonBoolean.of(one(2)))
              : nullable(schema, type);
      default -> nullable(schema, type);
    };
  }

  private static JsonObject nullable(JsonObject schema, String type) {
    return schema.with("type", JsonArray.of(new JsonString(type), new JsonString("null")));
  }

  private JsonObject propertyEdited(JsonObject schema) {
    JsonObject properties = (JsonObject) schema.member("properties").orElseThrow();
    String name = pick(NAMES);
    return schema.with(
        "properties",
        properties.has(name) ? properties.without(name) : properties.with(name, schema(MAX_DEPTH)));
  }

  private JsonObject listEdited(JsonObject schema, String keyword) {
    var all = new ArrayList<>(((JsonArray) schema.member(keyword).orElseThrow()).items());
    if (one(2) && all.size() > 1) {
      all.remove(random.nextInt(all.size()));
    } else {
      all.add(schema(MAX_DEPTH));
    }
    return schema.with(keyword, new JsonArray(all));
  }

  /// The same meaning in other words.
  JsonObject reworded(JsonObject schema) {
    return switch (random.nextInt(6)) {
      case 0 -> JsonObject.EMPTY.with("allOf", JsonArray.of(schema));
      case 1 -> JsonObject.EMPTY.with("anyOf", JsonArray.of(schema));
      case 2 -> JsonObject.EMPTY.with("oneOf", JsonArray.of(schema));
      case 3 -> split(schema);
      case 4 -> reordered(schema);
      default ->
          JsonObject.EMPTY
              .with("$ref", new JsonString("#/$defs/it"))
              .with("$defs", JsonObject.EMPTY.with("it", schema));
    };
  }

  /// The keywords spread over two schemas; what belongs together stays so.
  private JsonObject split(JsonObject schema) {
    JsonObject left = JsonObject.EMPTY;
    JsonObject right = JsonObject.EMPTY;
    for (int i = 0; i < schema.size(); i++) {
      boolean isLeft =
          List.of("properties", "additionalProperties", "patternProperties")
                  .contains(schema.nameAt(i))
              || one(2);
      left = isLeft ? left.with(schema.nameAt(i), schema.valueAt(i)) : left;
      right = isLeft ? right : right.with(schema.nameAt(i), schema.valueAt(i));
    }
    return JsonObject.EMPTY.with("allOf", JsonArray.of(left, right));
  }

  private static JsonObject reordered(JsonObject schema) {
    JsonObject reordered = JsonObject.EMPTY;
    for (int i = schema.size() - 1; i >= 0; i--) {
      JsonValue value =
          schema.valueAt(i) instanceof JsonObject inner ? reordered(inner) : schema.valueAt(i);
      reordered = reordered.with(schema.nameAt(i), value);
    }
    return reordered;
  }

  private static JsonObject type(String name) {
    return JsonObject.EMPTY.with("type", new JsonString(name));
  }

  private JsonArray words() {
    int from = random.nextInt(2);
    return new JsonArray(
        WORDS.subList(from, from + 1 + random.nextInt(3)).stream()
            .<JsonValue>map(JsonString::new)
            .toList());
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
