package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes values at the edges of what a schema allows: its constants, the bounds and their neighbours, the members it names.
public final class ValueMaker {
  private static final int MAX_DEPTH = 4;

  private final Random random;

  public ValueMaker(Random random) {
    this.random = random;
  }

  /// A value for a schema; it need not keep it.
  public JsonValue near(JsonObject root, JsonValue schema, int depth) {
    if (!(schema instanceof JsonObject object) || one(12)) {
      return any(depth);
    }
    if (object.member("$ref").orElse(null) instanceof JsonString(String reference)) {
      return near(root, target(root, reference), depth + 1);
    }
    if (object.has("const")) {
      return twist(object.member("const").orElseThrow());
    }
    if (object.member("enum").orElse(null) instanceof JsonArray values && one(2)) {
      return twist(pick(values.items()));
    }
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      if (object.member(keyword).orElse(null) instanceof JsonArray parts && one(2)) {
        return near(root, pick(parts.items()), depth);
      }
    }
    return switch (kind(object)) {
      case "object" -> members(root, object, depth);
      case "array" -> items(root, object, depth);
      case "string" -> new JsonString(pick(SchemaMaker.TEXTS));
      case "number" -> number(object);
      default -> any(depth);
    };
  }

  private static JsonValue target(JsonObject root, String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    JsonValue home = root.member("$defs").or(() -> root.member("definitions")).orElse(root);
    return home instanceof JsonObject named
        ? named.member(name).or(() -> named.member("d1")).orElse(root)
        : root;
  }

  private String kind(JsonObject schema) {
    var kinds = new ArrayList<String>();
    if (schema.member("type").orElse(null) instanceof JsonString(String type)) {
      kinds.add(type.equals("integer") ? "number" : type);
    }
    for (Map.Entry<String, String> clue : CLUES.entrySet()) {
      if (schema.has(clue.getKey())) {
        kinds.add(clue.getValue());
      }
    }
    return kinds.isEmpty() ? "" : pick(kinds);
  }

  private static final Map<String, String> CLUES =
      Map.ofEntries(
          Map.entry("properties", "object"),
          Map.entry("required", "object"),
          Map.entry("minProperties", "object"),
          Map.entry("maxProperties", "object"),
          Map.entry("unevaluatedProperties", "object"),
          Map.entry("items", "array"),
          Map.entry("prefixItems", "array"),
          Map.entry("uniqueItems", "array"),
          Map.entry("minItems", "array"),
          Map.entry("maxItems", "array"),
          Map.entry("unevaluatedItems", "array"),
          Map.entry("minLength", "string"),
          Map.entry("maxLength", "string"),
          Map.entry("pattern", "string"),
          Map.entry("format", "string"),
          Map.entry("minimum", "number"),
          Map.entry("maximum", "number"),
          Map.entry("multipleOf", "number"));

  private JsonValue members(JsonObject root, JsonObject schema, int depth) {
    var members = new JsonObject.Builder();
    if (schema.member("properties").orElse(null) instanceof JsonObject properties) {
      properties
          .members()
          .forEach(
              (name, inner) -> {
                if (!one(4)) {
                  members.add(name, depth < MAX_DEPTH ? near(root, inner, depth + 1) : any(depth));
                }
              });
    }
    if (schema.member("required").orElse(null) instanceof JsonArray names && !one(4)) {
      names.items().stream()
          .map(name -> ((JsonString) name).value())
          .forEach(name -> members.add(name, any(depth + 1)));
    }
    if (one(3)) {
      members.add(pick(SchemaMaker.NAMES), any(depth + 1));
    }
    return members.build();
  }

  private JsonValue items(JsonObject root, JsonObject schema, int depth) {
    var items = new ArrayList<JsonValue>();
    JsonValue prefix = schema.member("prefixItems").or(() -> schema.member("items")).orElse(schema);
    if (prefix instanceof JsonArray first) {
      first.items().forEach(inner -> items.add(near(root, inner, depth + 1)));
      if (one(3) && !items.isEmpty()) {
        items.removeLast();
      }
    }
    if (depth < MAX_DEPTH) {
      for (int i = random.nextInt(3); i > 0; i--) {
        boolean isObject = schema.member("items").orElse(null) instanceof JsonObject;
        items.add(
            isObject && !one(4)
                ? near(root, schema.member("items").orElseThrow(), depth + 1)
                : schema.has("contains")
                    ? near(root, schema.member("contains").orElseThrow(), depth + 1)
                    : any(depth + 1));
      }
    }
    if (one(4) && !items.isEmpty()) {
      items.add(twist(items.getFirst()));
    }
    return new JsonArray(items);
  }

  private JsonValue number(JsonObject schema) {
    List<JsonValue> written = new ArrayList<>();
    for (String keyword :
        List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) {
      schema.member(keyword).filter(JsonNumber.class::isInstance).ifPresent(written::add);
    }
    return written.isEmpty() || one(3)
        ? new JsonNumber(pick(SchemaMaker.NUMBERS))
        : twist(pick(written));
  }

  /// The same value, written or made a little differently, or not.
  private JsonValue twist(JsonValue value) {
    if (!(value instanceof JsonNumber number) || !one(2) || number.digits().contains("e")) {
      return value;
    }
    String digits = number.digits();
    boolean isPlain = digits.matches("-?[0-9]+");
    return new JsonNumber(
        switch (random.nextInt(3)) {
          case 0 -> isPlain ? digits + ".0" : digits + "0";
          case 1 -> isPlain ? digits + "e0" : digits + "1";
          default -> isPlain ? digits + ".5" : digits;
        });
  }

  JsonValue any(int depth) {
    return switch (random.nextInt(depth < MAX_DEPTH - 1 ? 8 : 6)) {
      case 0 -> JsonNull.NULL;
      case 1 -> new JsonBoolean(one(2));
      case 2, 3 -> new JsonNumber(pick(SchemaMaker.NUMBERS));
      case 4, 5 -> new JsonString(pick(SchemaMaker.TEXTS));
      case 6 -> {
        var items = new ArrayList<JsonValue>();
        for (int i = random.nextInt(3); i > 0; i--) {
          items.add(any(depth + 1));
        }
        yield new JsonArray(items);
      }
      default -> {
        var members = new JsonObject.Builder();
        for (int i = random.nextInt(3); i > 0; i--) {
          members.add(pick(SchemaMaker.NAMES), any(depth + 1));
        }
        yield members.build();
      }
    };
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
