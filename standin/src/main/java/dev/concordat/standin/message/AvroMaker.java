package dev.concordat.standin.message;

import dev.concordat.cases.value.Dice;
import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroPlain;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.contracts.avro.LogicalType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes data of an Avro schema. The same seed and path give the same datum.
final class AvroMaker {
  /// Records in records end here, where something shorter is allowed.
  private static final int MAX_DEPTH = 6;

  /// Where nothing shorter is allowed, there is no datum.
  private static final int LAST_DEPTH = 32;

  private static final long FIRST_DAY = 20_819;
  private static final long FIRST_MILLI = FIRST_DAY * 86_400_000L;
  private static final int MANY = 1_000;

  private final AvroSchema schema;
  private final long seed;

  AvroMaker(AvroSchema schema, long seed) {
    this.schema = schema;
    this.seed = seed;
  }

  /// A datum in the plain form; nothing for a schema that cannot be read or has no end.
  Optional<JsonValue> make(String path) {
    return value(schema.root(), path, 0).map(tagged -> AvroPlain.of(schema, tagged));
  }

  private Optional<JsonValue> value(AvroType type, String path, int depth) {
    if (depth > LAST_DEPTH) {
      return Optional.empty();
    }
    return switch (type) {
      case AvroType.Primitive primitive -> Optional.of(primitive(primitive, path));
      case AvroType.Items items ->
          depth > MAX_DEPTH
              ? Optional.of(new JsonArray(List.of()))
              : value(items.items(), path + "/0", depth + 1)
                  .map(item -> new JsonArray(List.of(item)));
      case AvroType.Values values ->
          depth > MAX_DEPTH
              ? Optional.of(JsonObject.EMPTY)
              : value(values.values(), path + "/one", depth + 1)
                  .map(item -> JsonObject.EMPTY.with("one", item));
      case AvroType.Union union -> union(union, path, depth);
      case AvroType.Named named -> named(named, path, depth);
      case AvroType.Unreadable ignored -> Optional.empty();
    };
  }

  /// What says something is better than null, until records go too deep.
  private Optional<JsonValue> union(AvroType.Union union, String path, int depth) {
    boolean hasNull = union.branches().stream().anyMatch(AvroMaker::isNull);
    if (hasNull && depth > MAX_DEPTH) {
      return Optional.of(JsonNull.NULL);
    }
    return union.branches().stream()
        .filter(branch -> !isNull(branch))
        .findFirst()
        .map(
            branch ->
                value(branch, path, depth + 1)
                    .<JsonValue>map(inner -> JsonObject.EMPTY.with(branch.branchName(), inner)))
        .orElseGet(() -> hasNull ? Optional.of(JsonNull.NULL) : Optional.empty());
  }

  private static boolean isNull(AvroType type) {
    return type instanceof AvroType.Primitive primitive && primitive.kind() == AvroType.Kind.NULL;
  }

  private Optional<JsonValue> named(AvroType.Named named, String path, int depth) {
    Dice dice = Dice.at(seed, path);
    return switch (schema.definition(named).orElse(null)) {
      case AvroDefinition.Structure structure -> structure(structure, path, depth);
      case AvroDefinition.Enumeration enumeration ->
          enumeration.symbols().isEmpty()
              ? Optional.empty()
              : Optional.of(new JsonString(dice.oneOf(enumeration.symbols())));
      case AvroDefinition.Fixed fixed ->
          Optional.of(
              fixed
                  .logical()
                  .filter(meaning -> meaning.kind() == LogicalType.Kind.DECIMAL)
                  .<JsonValue>map(meaning -> decimal(meaning, dice))
                  .orElseGet(() -> new JsonString("a".repeat(fixed.size()))));
      case null -> Optional.empty();
    };
  }

  private Optional<JsonValue> structure(
      AvroDefinition.Structure structure, String path, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (AvroField field : structure.fields()) {
      Optional<JsonValue> member = value(field.type(), path + "/" + field.name(), depth + 1);
      if (member.isEmpty()) {
        return Optional.empty();
      }
      members.put(field.name(), member.get());
    }
    return Optional.of(new JsonObject(members));
  }

  private JsonValue primitive(AvroType.Primitive type, String path) {
    Dice dice = Dice.at(seed, path);
    Optional<LogicalType.Kind> meaning = type.logical().map(LogicalType::kind);
    return switch (type.kind()) {
      case NULL -> JsonNull.NULL;
      case BOOLEAN -> JsonBoolean.of(dice.below(2) == 1);
      case INT, LONG -> JsonNumber.of(whole(meaning, dice));
      case FLOAT, DOUBLE -> new JsonNumber(dice.below(MANY) + ".5");
      case BYTES ->
          type.logical()
              .filter(logical -> logical.kind() == LogicalType.Kind.DECIMAL)
              .<JsonValue>map(logical -> decimal(logical, dice))
              .orElseGet(() -> new JsonString("bytes"));
      case STRING ->
          new JsonString(
              meaning.filter(kind -> kind == LogicalType.Kind.UUID).isPresent()
                  ? Uuids.at(seed, path)
                  : path.substring(path.lastIndexOf('/') + 1) + "-" + dice.below(MANY));
    };
  }

  private static long whole(Optional<LogicalType.Kind> meaning, Dice dice) {
    int some = dice.below(MANY);
    return switch (meaning.orElse(null)) {
      case DATE -> FIRST_DAY + some % 365;
      case TIME_MILLIS -> some * 60_000L;
      case TIME_MICROS -> some * 60_000_000L;
      case TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MILLIS -> FIRST_MILLI + some * 60_000L;
      case TIMESTAMP_MICROS, LOCAL_TIMESTAMP_MICROS -> (FIRST_MILLI + some * 60_000L) * 1_000;
      case TIMESTAMP_NANOS, LOCAL_TIMESTAMP_NANOS -> (FIRST_MILLI + some * 60_000L) * 1_000_000;
      case DECIMAL, BIG_DECIMAL, UUID, DURATION -> some;
      case null -> some;
    };
  }

  private static JsonNumber decimal(LogicalType meaning, Dice dice) {
    BigInteger most = BigInteger.TEN.pow(Math.min(meaning.precision(), 6)).subtract(BigInteger.ONE);
    BigInteger digits = dice.between(BigInteger.ONE, most.max(BigInteger.ONE));
    return new JsonNumber(new BigDecimal(digits, meaning.scale()).toPlainString());
  }
}
