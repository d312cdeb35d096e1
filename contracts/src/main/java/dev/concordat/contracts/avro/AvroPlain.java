package dev.concordat.contracts.avro;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The plain form of a decoded value, as people write it: values of unions without their tags, decimals as numbers with all
/// their digits.
public final class AvroPlain {
  private final AvroSchema schema;

  private AvroPlain(AvroSchema schema) {
    this.schema = schema;
  }

  /// The plain form of a value in Avro's JSON encoding, as {@link AvroBinary#decode} gives it.
  public static JsonValue of(AvroSchema schema, JsonValue value) {
    return new AvroPlain(schema).plain(schema.root(), value);
  }

  private JsonValue plain(AvroType type, JsonValue value) {
    return switch (type) {
      case AvroType.Primitive primitive -> decimal(primitive.logical(), value);
      case AvroType.Items array -> array(array, value);
      case AvroType.Values map -> map(map, value);
      case AvroType.Union union -> untagged(union, value);
      case AvroType.Named named -> named(named, value);
      case AvroType.Unreadable ignored -> value;
    };
  }

  private static JsonValue decimal(Optional<LogicalType> logical, JsonValue value) {
    if (value instanceof JsonString(String text)
        && logical.filter(l -> l.kind() == LogicalType.Kind.DECIMAL).isPresent()) {
      return logical
          .flatMap(meaning -> Logical.decimal(meaning, text))
          .map(BigDecimal::toPlainString)
          .<JsonValue>map(JsonNumber::new)
          .orElse(value);
    }
    return value;
  }

  private JsonValue array(AvroType.Items type, JsonValue value) {
    if (!(value instanceof JsonArray list)) {
      return value;
    }
    var items = new ArrayList<JsonValue>(list.items().size());
    list.items().forEach(item -> items.add(plain(type.items(), item)));
    return new JsonArray(items);
  }

  private JsonValue map(AvroType.Values type, JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    var members = new LinkedHashMap<String, JsonValue>();
    object.members().forEach((key, item) -> members.put(key, plain(type.values(), item)));
    return new JsonObject(members);
  }

  private JsonValue untagged(AvroType.Union union, JsonValue value) {
    if (value instanceof JsonObject object && object.members().size() == 1) {
      String tag = object.members().keySet().iterator().next();
      for (AvroType branch : union.branches()) {
        if (branch.branchName().equals(tag)) {
          return plain(branch, object.members().values().iterator().next());
        }
      }
    }
    return value;
  }

  private JsonValue named(AvroType.Named named, JsonValue value) {
    return switch (schema.definition(named).orElse(null)) {
      case AvroDefinition.Structure structure when value instanceof JsonObject object -> {
        var members = new LinkedHashMap<>(object.members());
        for (AvroField field : structure.fields()) {
          members.computeIfPresent(field.name(), (name, inner) -> plain(field.type(), inner));
        }
        yield new JsonObject(members);
      }
      case AvroDefinition.Fixed fixed -> decimal(fixed.logical(), value);
      case AvroDefinition.Structure ignored -> value;
      case AvroDefinition.Enumeration ignored -> value;
      case null -> value;
    };
  }
}
