package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a reader makes of a writer's value. Values stand in Avro's JSON encoding.
final class ReadBack {
  private final Resolution resolution;
  private final Roles roles;
  private final Defaults defaults;

  private ReadBack(Resolution resolution, Roles roles) {
    this.resolution = resolution;
    this.roles = roles;
    this.defaults = new Defaults(resolution.schemas().reader());
  }

  /// What came of reading.
  sealed interface Outcome {
    /// The reader's value.
    record Read(JsonValue value) implements Outcome {}

    /// There is none.
    ///
    /// @param why as a sentence
    record Refused(String pointer, String why) implements Outcome {}
  }

  /// @param value of the writer's schema, as it was decoded
  static Outcome of(Resolution resolution, JsonValue value, Roles roles) {
    var reading = new ReadBack(resolution, roles);
    try {
      return new Outcome.Read(reading.read(resolution.schemas().root(), value, ""));
    } catch (Stop stop) {
      return new Outcome.Refused(stop.pointer, String.valueOf(stop.getMessage()));
    }
  }

  /// The value cannot be read.
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;
    private final String pointer;

    Stop(String pointer, String why) {
      super(why, null, false, false);
      this.pointer = pointer;
    }
  }

  private JsonValue read(Pair pair, JsonValue value, String pointer) throws Stop {
    return switch (resolution.action(pair)) {
      case Action.Scalar(Shape from, Shape to) -> scalar(from, to, value);
      case Action.Items(Pair inner) -> {
        var items = new ArrayList<JsonValue>();
        for (JsonValue item : ((JsonArray) value).items()) {
          items.add(read(inner, item, pointer + "/" + items.size()));
        }
        yield new JsonArray(items);
      }
      case Action.Values(Pair inner) -> {
        var members = new LinkedHashMap<String, JsonValue>();
        for (var member : ((JsonObject) value).members().entrySet()) {
          members.put(
              member.getKey(),
              read(inner, member.getValue(), pointer + "/" + Pointers.escape(member.getKey())));
        }
        yield new JsonObject(members);
      }
      case Action.Symbols symbols -> symbol(symbols, ((JsonString) value).value(), pointer);
      case Action.Fields fields -> record(fields, (JsonObject) value, pointer);
      case Action.Branches branches -> branch(branches, value, pointer);
      case Action.Chosen(AvroType branch, Pair types) ->
          tagged(Optional.of(branch), read(types, value, pointer));
      case Action.Refused refused -> throw new Stop(pointer, refused.why().with(roles));
      case Action.Unknown(String why) -> throw new Stop(pointer, why);
    };
  }

  private JsonValue symbol(Action.Symbols symbols, String written, String pointer) throws Stop {
    String read = symbols.readAs().get(written);
    if (read == null) {
      throw new Stop(
          pointer,
          written
              + " is no symbol of "
              + symbols.reader().fullName()
              + ", and there is no default");
    }
    return new JsonString(read);
  }

  private JsonValue record(Action.Fields fields, JsonObject value, String pointer) throws Stop {
    var members = new LinkedHashMap<String, JsonValue>();
    for (Action.Taken taken : fields.taken()) {
      String name = taken.writer().name();
      members.put(
          taken.reader().name(),
          read(
              taken.types(),
              value.member(name).orElse(JsonNull.NULL),
              pointer + "/" + Pointers.escape(name)));
    }
    for (AvroField field : fields.added()) {
      members.put(field.name(), defaults.of(field));
    }
    return inOrder(fields.reader(), members);
  }

  private static JsonObject inOrder(
      AvroDefinition.Structure reader, Map<String, JsonValue> members) {
    var ordered = new LinkedHashMap<String, JsonValue>();
    for (AvroField field : reader.fields()) {
      JsonValue member = members.get(field.name());
      if (member != null) {
        ordered.put(field.name(), member);
      }
    }
    return new JsonObject(ordered);
  }

  private JsonValue branch(Action.Branches branches, JsonValue value, String pointer) throws Stop {
    String tag =
        value instanceof JsonObject object && object.size() == 1 ? object.nameAt(0) : "null";
    for (Action.Branch branch : branches.branches()) {
      if (branch.pair().writer().branchName().equals(tag)) {
        JsonValue inner =
            value instanceof JsonObject object && object.size() == 1 ? object.valueAt(0) : value;
        return tagged(branch.beside(), read(branch.pair(), inner, pointer));
      }
    }
    throw new Stop(pointer, "the value is of none of the writer's branches");
  }

  /// A value with the tag of its branch, if it is of one.
  private static JsonValue tagged(Optional<AvroType> branch, JsonValue value) {
    return value == JsonNull.NULL || branch.isEmpty()
        ? value
        : JsonObject.EMPTY.with(branch.get().branchName(), value);
  }

  private static JsonValue scalar(Shape from, Shape to, JsonValue value) {
    if (from == to) {
      return value;
    }
    return switch (to) {
      case FLOAT -> number(Float.toString(toFloat(from, value)));
      case DOUBLE -> number(Double.toString(toDouble(from, value)));
      case STRING ->
          new JsonString(
              new String(
                  ((JsonString) value).value().getBytes(StandardCharsets.ISO_8859_1),
                  StandardCharsets.UTF_8));
      case BYTES ->
          new JsonString(
              new String(
                  ((JsonString) value).value().getBytes(StandardCharsets.UTF_8),
                  StandardCharsets.ISO_8859_1));
      case NULL, BOOLEAN, INT, LONG, ARRAY, MAP, UNION, RECORD, ENUM, FIXED, UNKNOWN -> value;
    };
  }

  private static JsonValue number(String text) {
    return JsonNumber.isJsonNumber(text) ? new JsonNumber(text) : new JsonString(text);
  }

  private static float toFloat(Shape from, JsonValue value) {
    return from == Shape.FLOAT
        ? Float.parseFloat(text(value))
        : new BigDecimal(text(value)).longValueExact();
  }

  private static double toDouble(Shape from, JsonValue value) {
    return from == Shape.FLOAT
        ? Float.parseFloat(text(value))
        : new BigDecimal(text(value)).longValueExact();
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}
