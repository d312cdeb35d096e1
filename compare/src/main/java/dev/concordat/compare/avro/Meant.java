package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.contracts.avro.LogicalType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A value as people mean it: without the tags of unions, points in time and days as ISO 8601 writes them, decimals with
/// all their digits.
final class Meant {
  private static final long MILLIS_A_SECOND = 1_000;
  private static final long MICROS_A_SECOND = 1_000_000;
  private static final long NANOS_A_SECOND = 1_000_000_000;
  private static final long SECONDS_A_DAY = 86_400;

  private final AvroSchema schema;

  private Meant(AvroSchema schema) {
    this.schema = schema;
  }

  /// @param value in Avro's JSON encoding
  static JsonValue of(AvroSchema schema, JsonValue value) {
    return new Meant(schema).meant(schema.root(), value);
  }

  private JsonValue meant(AvroType type, JsonValue value) {
    return switch (type) {
      case AvroType.Primitive primitive -> scalar(primitive.logical(), value);
      case AvroType.Unreadable ignored -> value;
      case AvroType.Items array when value instanceof JsonArray list -> {
        var items = new ArrayList<JsonValue>();
        list.items().forEach(item -> items.add(meant(array.items(), item)));
        yield new JsonArray(items);
      }
      case AvroType.Values map when value instanceof JsonObject object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        object.members().forEach((key, each) -> members.put(key, meant(map.values(), each)));
        yield new JsonObject(members);
      }
      case AvroType.Union union when value instanceof JsonObject object && object.size() == 1 ->
          union.branches().stream()
              .filter(branch -> branch.branchName().equals(object.nameAt(0)))
              .findFirst()
              .map(branch -> meant(branch, object.valueAt(0)))
              .orElse(value);
      case AvroType.Named named -> named(named, value);
      case AvroType.Items ignored -> value;
      case AvroType.Values ignored -> value;
      case AvroType.Union ignored -> value;
    };
  }

  private JsonValue named(AvroType.Named named, JsonValue value) {
    return switch (schema.definition(named).orElse(null)) {
      case AvroDefinition.Structure structure when value instanceof JsonObject object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        for (AvroField field : structure.fields()) {
          object
              .member(field.name())
              .ifPresent(member -> members.put(field.name(), meant(field.type(), member)));
        }
        yield new JsonObject(members);
      }
      case AvroDefinition.Fixed fixed -> scalar(fixed.logical(), value);
      case AvroDefinition.Structure ignored -> value;
      case AvroDefinition.Enumeration ignored -> value;
      case null -> value;
    };
  }

  private static JsonValue scalar(Optional<LogicalType> logical, JsonValue value) {
    if (logical.isEmpty()) {
      return value;
    }
    if (value instanceof JsonNumber number && number.isTame() && number.isInteger()) {
      return number(logical.get(), number);
    }
    return value instanceof JsonString(String text)
            && logical.get().kind() == LogicalType.Kind.DECIMAL
            && !text.isEmpty()
        ? decimal(text.getBytes(StandardCharsets.ISO_8859_1), logical.get().scale())
        : value;
  }

  private static JsonValue decimal(byte[] bytes, int scale) {
    return new JsonNumber(new BigDecimal(new BigInteger(bytes), scale).toPlainString());
  }

  private static JsonValue number(LogicalType logical, JsonNumber number) {
    if (logical.kind() == LogicalType.Kind.DECIMAL) {
      return number;
    }
    long value = number.decimal().longValue();
    return switch (logical.kind()) {
      case DATE -> new JsonString(LocalDate.ofEpochDay(value).toString());
      case TIME_MILLIS -> time(value, MILLIS_A_SECOND, number);
      case TIME_MICROS -> time(value, MICROS_A_SECOND, number);
      case TIMESTAMP_MILLIS -> new JsonString(instant(value, MILLIS_A_SECOND).toString());
      case TIMESTAMP_MICROS -> new JsonString(instant(value, MICROS_A_SECOND).toString());
      case TIMESTAMP_NANOS -> new JsonString(instant(value, NANOS_A_SECOND).toString());
      case LOCAL_TIMESTAMP_MILLIS -> local(value, MILLIS_A_SECOND);
      case LOCAL_TIMESTAMP_MICROS -> local(value, MICROS_A_SECOND);
      case LOCAL_TIMESTAMP_NANOS -> local(value, NANOS_A_SECOND);
      case DECIMAL, BIG_DECIMAL, UUID, DURATION -> number;
    };
  }

  private static Instant instant(long value, long unitsASecond) {
    return Instant.ofEpochSecond(
        Math.floorDiv(value, unitsASecond),
        Math.floorMod(value, unitsASecond) * (NANOS_A_SECOND / unitsASecond));
  }

  private static JsonValue local(long value, long unitsASecond) {
    return new JsonString(
        LocalDateTime.ofInstant(instant(value, unitsASecond), ZoneOffset.UTC).toString());
  }

  /// A number that is no time of a day stays a number.
  private static JsonValue time(long value, long unitsASecond, JsonNumber number) {
    return value < 0 || value >= SECONDS_A_DAY * unitsASecond
        ? number
        : new JsonString(LocalTime.ofNanoOfDay(value * (NANOS_A_SECOND / unitsASecond)).toString());
  }
}
