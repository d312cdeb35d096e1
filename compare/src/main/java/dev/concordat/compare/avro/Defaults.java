package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The defaults of fields in Avro's JSON encoding: values of unions with the tag of the first branch of their form, records
/// with the defaults of the fields that they leave out.
final class Defaults {
  /// Defaults of fields within defaults.
  private static final int MAX_DEPTH = 64;

  private final AvroSchema schema;

  Defaults(AvroSchema schema) {
    this.schema = schema;
  }

  /// The default of a field that has one.
  JsonValue of(AvroField field) {
    return of(field, 0);
  }

  private JsonValue of(AvroField field, int depth) {
    JsonValue value = field.defaultValue().orElse(JsonNull.NULL);
    return depth > MAX_DEPTH ? value : filled(field.type(), value, depth);
  }

  private JsonValue filled(AvroType type, JsonValue value, int depth) {
    return switch (type) {
      case AvroType.Primitive primitive -> scalar(primitive.kind(), value);
      case AvroType.Unreadable ignored -> value;
      case AvroType.Items array when value instanceof JsonArray list -> {
        var items = new ArrayList<JsonValue>();
        list.items().forEach(item -> items.add(filled(array.items(), item, depth + 1)));
        yield new JsonArray(items);
      }
      case AvroType.Values map when value instanceof JsonObject object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        object.members().forEach((key, v) -> members.put(key, filled(map.values(), v, depth + 1)));
        yield new JsonObject(members);
      }
      case AvroType.Union union -> union(union, value, depth);
      case AvroType.Named named when value instanceof JsonObject object ->
          schema.definition(named).orElse(null) instanceof AvroDefinition.Structure structure
              ? record(structure, object, depth)
              : value;
      case AvroType.Items ignored -> value;
      case AvroType.Values ignored -> value;
      case AvroType.Named ignored -> value;
    };
  }

  /// Digits as the type has them: a default of `1` for a double is 1.0.
  private static JsonValue scalar(AvroType.Kind kind, JsonValue value) {
    if (!(value instanceof JsonNumber number) || !number.isTame()) {
      return value;
    }
    return switch (kind) {
      case FLOAT -> new JsonNumber(Float.toString(number.decimal().floatValue()));
      case DOUBLE -> new JsonNumber(Double.toString(number.decimal().doubleValue()));
      case NULL, BOOLEAN, INT, LONG, BYTES, STRING -> value;
    };
  }

  private JsonValue record(AvroDefinition.Structure structure, JsonObject value, int depth) {
    var members = new LinkedHashMap<String, JsonValue>();
    for (AvroField field : structure.fields()) {
      Optional<JsonValue> member = value.member(field.name());
      members.put(
          field.name(),
          member.isPresent()
              ? filled(field.type(), member.get(), depth + 1)
              : of(field, depth + 1));
    }
    return new JsonObject(members);
  }

  private JsonValue union(AvroType.Union union, JsonValue value, int depth) {
    if (value == JsonNull.NULL) {
      return value;
    }
    return union.branches().stream()
        .filter(branch -> isAlike(branch, value))
        .findFirst()
        .<JsonValue>map(
            branch -> JsonObject.EMPTY.with(branch.branchName(), filled(branch, value, depth + 1)))
        .orElse(value);
  }

  private boolean isAlike(AvroType branch, JsonValue value) {
    return switch (Shape.of(schema, branch)) {
      case NULL, UNION, UNKNOWN -> false;
      case BOOLEAN -> value instanceof JsonBoolean;
      case INT, LONG, FLOAT, DOUBLE -> value instanceof JsonNumber;
      case BYTES, STRING, ENUM, FIXED -> value instanceof JsonString;
      case ARRAY -> value instanceof JsonArray;
      case MAP, RECORD -> value instanceof JsonObject;
    };
  }
}
