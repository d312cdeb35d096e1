package dev.concordat.record.shape;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The JSON Schema (2020-12) that follows from a shape: every value that was folded keeps it, and it says no more than was
/// seen. What was never absent is required, what was never `null` may not be, and nothing forbids members that were never
/// seen.
public final class ShapeSchema {
  /// The extension that says how much was seen.
  public static final String EVIDENCE = "x-concordat-evidence";

  private static final int DOUBLE_BITS = 53;
  private static final int LONG_BITS = 63;

  private final Function<String, Optional<JsonObject>> elsewhere;

  private ShapeSchema(Function<String, Optional<JsonObject>> elsewhere) {
    this.elsewhere = elsewhere;
  }

  public static JsonObject of(Shape shape) {
    return of(shape, pointer -> Optional.empty());
  }

  /// The schema in which some places refer to schemas that stand elsewhere.
  ///
  /// @param elsewhere what stands at a place, by `/member` and `/*` for items; never asked for the whole
  public static JsonObject of(Shape shape, Function<String, Optional<JsonObject>> elsewhere) {
    return new ShapeSchema(elsewhere).schema(shape, "");
  }

  private JsonObject schemaAt(Shape shape, String pointer) {
    return elsewhere.apply(pointer).orElseGet(() -> schema(shape, pointer));
  }

  private JsonObject schema(Shape shape, String pointer) {
    if (shape.unread() > 0 || shape.seen() == shape.nulls()) {
      return JsonObject.EMPTY;
    }
    Optional<JsonObject> union = union(shape, pointer);
    if (union.isPresent()) {
      return union.get();
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    schema.put("type", types(shape));
    if (shape.texts().count() > 0) {
      TextSchema.put(schema, shape);
    }
    if (shape.numbers().count() > 0) {
      put(schema, shape.numbers(), shape.texts().count() > 0);
    }
    shape.items().ifPresent(items -> put(schema, items, pointer));
    shape.objects().ifPresent(objects -> put(schema, objects.together(), pointer));
    return new JsonObject(schema);
  }

  private static JsonValue types(Shape shape) {
    List<JsonValue> types = new ArrayList<>();
    if (shape.objects().isPresent()) {
      types.add(new JsonString("object"));
    }
    if (shape.items().isPresent()) {
      types.add(new JsonString("array"));
    }
    if (shape.texts().count() > 0) {
      types.add(new JsonString("string"));
    }
    if (shape.numbers().count() > 0) {
      types.add(new JsonString(shape.numbers().decimals() > 0 ? "number" : "integer"));
    }
    if (shape.booleans() > 0) {
      types.add(new JsonString("boolean"));
    }
    if (shape.nulls() > 0) {
      types.add(new JsonString("null"));
    }
    return types.size() == 1 ? types.getFirst() : new JsonArray(types);
  }

  private static void put(Map<String, JsonValue> schema, Numbers numbers, boolean isBesideTexts) {
    boolean isLong =
        numbers.decimals() == 0 && numbers.bits() > DOUBLE_BITS && numbers.bits() <= LONG_BITS;
    if (isLong && !isBesideTexts) {
      schema.put("format", new JsonString("int64"));
    }
  }

  private void put(Map<String, JsonValue> schema, Items items, String pointer) {
    schema.put(
        "items",
        items.item().seen() == 0 ? JsonObject.EMPTY : schemaAt(items.item(), pointer + "/*"));
  }

  private void put(Map<String, JsonValue> schema, Members members, String pointer) {
    if (MapLikeness.isMap(members)) {
      schema.put("additionalProperties", schema(MapLikeness.values(members), pointer + "/*"));
      return;
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    List<JsonValue> required = new ArrayList<>();
    Map<String, JsonValue> optional = new LinkedHashMap<>();
    members
        .named()
        .forEach(
            (name, shape) -> {
              properties.put(name, schemaAt(shape, pointer + "/" + name));
              if (members.isAlways(name)) {
                required.add(new JsonString(name));
              } else {
                optional.put(name, JsonNumber.of(shape.seen()));
              }
            });
    if (!required.isEmpty()) {
      schema.put("required", new JsonArray(required));
    }
    if (!properties.isEmpty()) {
      schema.put("properties", new JsonObject(properties));
    }
    JsonObject evidence = JsonObject.EMPTY.with("samples", JsonNumber.of(members.count()));
    schema.put(
        EVIDENCE, optional.isEmpty() ? evidence : evidence.with("seen", new JsonObject(optional)));
  }

  /// Objects of several kinds that a member tells apart.
  private Optional<JsonObject> union(Shape shape, String pointer) {
    if (!shape.isObject() || shape.nulls() > 0) {
      return Optional.empty();
    }
    return shape
        .objects()
        .flatMap(Kinds::of)
        .map(kinds -> new JsonObject(Map.of("oneOf", alternatives(kinds, pointer))));
  }

  private JsonArray alternatives(Kinds kinds, String pointer) {
    List<JsonValue> alternatives = new ArrayList<>();
    kinds
        .byValue()
        .forEach(
            (value, members) -> {
              Map<String, JsonValue> schema = new LinkedHashMap<>();
              schema.put("type", new JsonString("object"));
              put(schema, members, pointer);
              alternatives.add(told(new JsonObject(schema), kinds.member(), value));
            });
    return new JsonArray(alternatives);
  }

  /// The member that tells the kind has one value only.
  private static JsonObject told(JsonObject schema, String member, String value) {
    JsonObject constant =
        JsonObject.EMPTY
            .with("type", new JsonString("string"))
            .with("const", new JsonString(value));
    JsonObject properties = (JsonObject) schema.member("properties").orElse(JsonObject.EMPTY);
    return schema.with("properties", properties.with(member, constant));
  }

  static JsonValue enumeration(List<String> values, boolean isNullable) {
    List<JsonValue> all = new ArrayList<>();
    values.forEach(value -> all.add(new JsonString(value)));
    if (isNullable) {
      all.add(JsonNull.NULL);
    }
    return new JsonArray(all);
  }

  static final JsonBoolean YES = JsonBoolean.of(true);
}
