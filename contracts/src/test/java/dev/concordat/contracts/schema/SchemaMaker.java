package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes schemas of every keyword of a dialect, from one seed. References in place only lead to definitions made before, so
/// that no schema comes back to itself without going into the value.
public final class SchemaMaker {
  static final List<String> NAMES =
      List.of("a", "b", "c", "x-a", "foo", "", "a/b", "é", "😀", "12");
  static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "0.0",
          "1",
          "1.0",
          "1e0",
          "1.5",
          "2",
          "3",
          "-1",
          "10",
          "10.10",
          "0.1",
          "0.3",
          "0.01",
          "4.35",
          "1e2",
          "100",
          "9007199254740992",
          "9007199254740993",
          "0.1e1",
          "1E-7",
          "1e400",
          "-1e400",
          "123456789012345678901234567890",
          "123456789012345678901234567890.5");
  static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab",
          "abc",
          "abab",
          "x-a",
          "12",
          "1234",
          "12345",
          "é",
          "😀",
          "a😀",
          "Zoë",
          "b",
          "a b",
          "_",
          "ABC",
          "٣",
          "foo",
          "2026-11-22",
          "e\u0301");
  static final List<String> PATTERNS =
      List.of(
          "^a",
          "b$",
          "^[a-c]+$",
          "^\\d{2,4}$",
          "^\\w+$",
          "^.$",
          "^\\p{L}+$",
          "^x-",
          "é",
          "^\\S*$",
          "(?:ab)+",
          "^(a|b)*$",
          "[^0-9]",
          "",
          "^[^\\s]{1,3}$",
          "😀",
          "^(?=a)",
          "\\bab\\b",
          "^[\\w.-]+$");
  private static final List<String> FORMATS = List.of("date", "uuid", "email", "int32", "unknown");
  private static final int DEFINITIONS = 3;
  private static final int MAX_DEPTH = 3;

  private final Random random;
  private final Dialect dialect;

  public SchemaMaker(Random random, Dialect dialect) {
    this.random = random;
    this.dialect = dialect;
  }

  public JsonObject make() {
    var definitions = new JsonObject.Builder();
    for (int i = 0; i < DEFINITIONS; i++) {
      JsonObject made = object(2, i);
      if (dialect.hasPrefixItems() && i == 0 && one(3)) {
        made = made.with("$dynamicAnchor", new JsonString("node"));
      } else if (dialect.isModern() && i == 1) {
        made = made.with("$anchor", new JsonString("named"));
      }
      definitions.add("d" + i, made);
    }
    JsonObject root = object(0, DEFINITIONS);
    if (dialect.ignoresSiblingsOfRef() && root.has("$ref")) {
      root = root.without("$ref");
    }
    if (dialect == Dialect.DRAFT_2019_09 && one(3)) {
      root = root.with("$recursiveAnchor", new JsonBoolean(true));
    }
    return root.with(home(), definitions.build());
  }

  private String home() {
    return dialect.isModern() ? "$defs" : "definitions";
  }

  /// @param open how many definitions may be referred to in place
  private JsonValue schema(int depth, int open) {
    if (dialect.has(Dialect.DRAFT_6) && one(12)) {
      return new JsonBoolean(random.nextInt(4) != 0);
    }
    return object(depth, open);
  }

  private JsonObject object(int depth, int open) {
    var schema = new JsonObject.Builder();
    int count = depth >= MAX_DEPTH ? 1 : 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(depth >= MAX_DEPTH ? 5 : 9)) {
        case 0 -> type(schema);
        case 1 -> value(schema);
        case 2 -> numbers(schema);
        case 3 -> texts(schema);
        case 4 -> sizes(schema);
        case 5 -> members(schema, depth + 1, open);
        case 6 -> items(schema, depth + 1);
        case 7 -> logic(schema, depth + 1, open);
        default -> reference(schema, open);
      }
    }
    if (dialect.has(Dialect.DRAFT_2019_09) && depth < MAX_DEPTH && one(5)) {
      String keyword = one(2) ? "unevaluatedProperties" : "unevaluatedItems";
      schema.add(keyword, one(2) ? new JsonBoolean(false) : schema(depth + 1, 0));
    }
    return schema.build();
  }

  private void type(JsonObject.Builder schema) {
    List<String> types =
        dialect.isOldOpenApi()
            ? List.of("boolean", "integer", "number", "string", "array", "object")
            : List.of("null", "boolean", "integer", "number", "string", "array", "object");
    if (one(4) && !dialect.isOldOpenApi()) {
      String first = pick(types);
      String second = pick(types);
      schema.add(
          "type",
          first.equals(second)
              ? new JsonString(first)
              : JsonArray.of(new JsonString(first), new JsonString(second)));
    } else {
      schema.add("type", new JsonString(pick(types)));
    }
  }

  private void value(JsonObject.Builder schema) {
    if (dialect.has(Dialect.DRAFT_6) && one(2)) {
      schema.add("const", any(1));
      return;
    }
    var values = new ArrayList<JsonValue>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      values.add(any(1));
    }
    schema.add("enum", new JsonArray(values));
  }

  private void numbers(JsonObject.Builder schema) {
    switch (random.nextInt(3)) {
      case 0 -> bound(schema, "minimum", "exclusiveMinimum");
      case 1 -> bound(schema, "maximum", "exclusiveMaximum");
      default ->
          schema.add(
              "multipleOf",
              new JsonNumber(pick(List.of("1", "2", "0.1", "0.01", "1.5", "3", "1e2", "0.05"))));
    }
  }

  private void bound(JsonObject.Builder schema, String bound, String exclusive) {
    boolean isBoolean = dialect.hasBooleanBounds();
    if (isBoolean || one(2)) {
      schema.add(bound, new JsonNumber(pick(NUMBERS)));
    }
    if (one(2)) {
      schema.add(exclusive, isBoolean ? new JsonBoolean(one(2)) : new JsonNumber(pick(NUMBERS)));
    }
  }

  private void texts(JsonObject.Builder schema) {
    switch (random.nextInt(4)) {
      case 0 -> schema.add("minLength", count());
      case 1 -> schema.add("maxLength", count());
      case 2 -> schema.add("pattern", new JsonString(pick(PATTERNS)));
      default -> schema.add("format", new JsonString(pick(FORMATS)));
    }
  }

  private void sizes(JsonObject.Builder schema) {
    switch (random.nextInt(6)) {
      case 0 -> schema.add("minItems", count());
      case 1 -> schema.add("maxItems", count());
      case 2 -> schema.add("uniqueItems", new JsonBoolean(true));
      case 3 -> schema.add("minProperties", count());
      case 4 -> schema.add("maxProperties", count());
      default -> schema.add("required", names());
    }
  }

  private void members(JsonObject.Builder schema, int depth, int open) {
    schema.add("properties", named(NAMES, depth, DEFINITIONS));
    if (one(3) && !dialect.isOldOpenApi()) {
      schema.add("patternProperties", named(PATTERNS, depth, DEFINITIONS));
    }
    if (one(3)) {
      schema.add(
          "additionalProperties", one(2) ? new JsonBoolean(false) : object(depth, DEFINITIONS));
    }
    if (one(5) && dialect.has(Dialect.DRAFT_6)) {
      schema.add("propertyNames", schema(depth, 0));
    }
    if (one(4) && dialect.has(Dialect.DRAFT_2019_09)) {
      schema.add("dependentRequired", JsonObject.EMPTY.with(pick(NAMES), names()));
      schema.add("dependentSchemas", named(NAMES, depth, open));
    } else if (one(4) && !dialect.isOldOpenApi() && !dialect.isModern()) {
      schema.add(
          "dependencies",
          JsonObject.EMPTY.with(pick(NAMES), one(2) ? names() : schema(depth, open)));
    }
  }

  private void items(JsonObject.Builder schema, int depth) {
    boolean isPrefix = one(2) && !dialect.isOldOpenApi();
    if (isPrefix && dialect.hasPrefixItems()) {
      schema.add("prefixItems", several(depth, DEFINITIONS));
    } else if (isPrefix) {
      schema.add("items", several(depth, DEFINITIONS));
      if (one(2)) {
        schema.add("additionalItems", schema(depth, DEFINITIONS));
      }
    }
    if (!isPrefix || (dialect.hasPrefixItems() && one(2))) {
      schema.add("items", schema(depth, DEFINITIONS));
    }
    if (one(3) && dialect.has(Dialect.DRAFT_6)) {
      schema.add("contains", schema(depth, DEFINITIONS));
      if (dialect.has(Dialect.DRAFT_2019_09) && one(2)) {
        schema.add(one(2) ? "minContains" : "maxContains", count());
      }
    }
  }

  private void logic(JsonObject.Builder schema, int depth, int open) {
    switch (random.nextInt(5)) {
      case 0 -> schema.add("allOf", several(depth, open));
      case 1 -> schema.add("anyOf", several(depth, open));
      case 2 -> schema.add("oneOf", several(depth, open));
      case 3 -> schema.add("not", schema(depth, open));
      default -> {
        if (dialect.has(Dialect.DRAFT_7)) {
          schema.add("if", schema(depth, open));
          schema.add("then", schema(depth, open));
          schema.add("else", schema(depth, open));
        }
      }
    }
  }

  private void reference(JsonObject.Builder schema, int open) {
    if (open == DEFINITIONS && dialect.isModern() && one(5)) {
      schema.add("$ref", new JsonString("#named"));
    } else if (open > 0) {
      schema.add("$ref", new JsonString("#/" + home() + "/d" + random.nextInt(open)));
    } else {
      JsonValue whole = JsonObject.EMPTY.with(wholeReference(), new JsonString("#"));
      schema.add("properties", JsonObject.EMPTY.with(pick(NAMES), whole));
    }
  }

  private String wholeReference() {
    if (one(3) && dialect == Dialect.DRAFT_2019_09) {
      return "$recursiveRef";
    }
    return one(3) && dialect.hasPrefixItems() ? "$dynamicRef" : "$ref";
  }

  private JsonObject named(List<String> names, int depth, int open) {
    var named = new JsonObject.Builder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      named.add(pick(names), schema(depth, open));
    }
    return named.build();
  }

  private JsonArray several(int depth, int open) {
    var several = new ArrayList<JsonValue>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      several.add(schema(depth, open));
    }
    return new JsonArray(several);
  }

  private JsonArray names() {
    return JsonArray.of(new JsonString(pick(NAMES)));
  }

  private JsonNumber count() {
    return new JsonNumber(pick(List.of("0", "1", "2", "3", "2.0")));
  }

  private JsonValue any(int depth) {
    return new ValueMaker(random).any(depth);
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
