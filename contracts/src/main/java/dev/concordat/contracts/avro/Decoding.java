package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// One reading of bytes by a schema. Not thread-safe.
final class Decoding {
  private final AvroSchema schema;
  private final BinaryInput in;
  private final AvroLimits limits;
  private final List<AvroFault> faults = new ArrayList<>();
  private int values;

  Decoding(AvroSchema schema, BinaryInput in, AvroLimits limits) {
    this.schema = schema;
    this.in = in;
    this.limits = limits;
  }

  AvroBinary.Decoded readOnly() {
    AvroBinary.Decoded decoded = readNext();
    if (decoded.value().isPresent() && in.remaining() > 0) {
      faults.add(
          Walk.start(schema)
              .fault(
                  Breach.Kind.MALFORMED_BODY,
                  in.remaining() + " more bytes follow the value",
                  "nothing after byte " + in.position(),
                  in.remaining() + " bytes"));
      return new AvroBinary.Decoded(decoded.value(), new AvroVerdict(faults, Optional.empty()));
    }
    return decoded;
  }

  /// Reads one of several values; faults add up.
  AvroBinary.Decoded readNext() {
    try {
      JsonValue value = read(schema.root(), Walk.start(schema));
      return new AvroBinary.Decoded(Optional.of(value), new AvroVerdict(faults, Optional.empty()));
    } catch (Stopped stopped) {
      stopped.fault().ifPresent(faults::add);
      Optional<String> undecided =
          stopped.fault().isPresent() ? Optional.empty() : Optional.of(stopped.why());
      return new AvroBinary.Decoded(Optional.empty(), new AvroVerdict(faults, undecided));
    }
  }

  private JsonValue read(AvroType type, Walk walk) throws Stopped {
    if (walk.depth() > limits.maxDepth()) {
      throw Stopped.undecided(
          "more than " + limits.maxDepth() + " values stand inside one another");
    }
    if (++values > limits.maxValues()) {
      throw Stopped.undecided("the message has more than " + limits.maxValues() + " values");
    }
    return switch (type) {
      case AvroType.Primitive primitive -> primitive(primitive, walk);
      case AvroType.Items array -> array(array, walk);
      case AvroType.Values map -> map(map, walk);
      case AvroType.Union union -> union(union, walk);
      case AvroType.Named named -> named(named, walk);
      case AvroType.Unreadable unreadable ->
          throw Stopped.undecided(
              "the schema cannot be read at " + unreadable.at().place().shortForm());
    };
  }

  private JsonValue primitive(AvroType.Primitive type, Walk walk) throws Stopped {
    return switch (type.kind()) {
      case NULL -> JsonNull.NULL;
      case BOOLEAN -> new JsonBoolean(in.readBoolean(walk));
      case INT -> number(in.readInt(walk), type.logical(), walk);
      case LONG -> number(in.readLong(walk), type.logical(), walk);
      case FLOAT -> floating(Float.toString(in.readFloat(walk)));
      case DOUBLE -> floating(Double.toString(in.readDouble(walk)));
      case BYTES -> bytes(in.readBytes("bytes", walk), type.logical(), walk);
      case STRING -> text(in.readString(walk), type.logical(), walk);
    };
  }

  private JsonValue number(long value, Optional<LogicalType> logical, Walk walk) {
    logical
        .flatMap(meaning -> Logical.wrongNumber(meaning, value))
        .ifPresent(wanted -> notAllowed(Long.toString(value), wanted, walk));
    return JsonNumber.of(value);
  }

  private static JsonValue floating(String text) {
    return JsonNumber.isJsonNumber(text) ? new JsonNumber(text) : new JsonString(text);
  }

  private JsonValue bytes(byte[] value, Optional<LogicalType> logical, Walk walk) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    logical
        .flatMap(meaning -> Logical.wrongBytes(meaning, text))
        .ifPresent(wanted -> notAllowed(value.length + " bytes", wanted, walk));
    return new JsonString(text);
  }

  private JsonValue text(String value, Optional<LogicalType> logical, Walk walk) {
    logical
        .flatMap(meaning -> Logical.wrongText(meaning, value))
        .ifPresent(wanted -> notAllowed(new JsonString(value).toString(), wanted, walk));
    return new JsonString(value);
  }

  private void notAllowed(String actual, String wanted, Walk walk) {
    faults.add(
        walk.fault(
            Breach.Kind.VALUE_NOT_ALLOWED,
            JsonFit.shown(actual) + " is not " + wanted,
            wanted,
            JsonFit.shown(actual)));
  }

  private JsonValue array(AvroType.Items type, Walk walk) throws Stopped {
    var items = new ArrayList<JsonValue>();
    Walk inside = walk.intoItem();
    for (long count = blockCount(walk); count != 0; count = blockCount(walk)) {
      for (long i = 0; i < count; i++) {
        items.add(read(type.items(), inside));
      }
    }
    return new JsonArray(items);
  }

  private JsonValue map(AvroType.Values type, Walk walk) throws Stopped {
    var members = new LinkedHashMap<String, JsonValue>();
    for (long count = blockCount(walk); count != 0; count = blockCount(walk)) {
      for (long i = 0; i < count; i++) {
        String key = in.readString(walk);
        members.put(key, read(type.values(), walk.intoValue(key)));
      }
    }
    return new JsonObject(members);
  }

  /// How many items follow; 0 ends. A negative count is followed by the block's size in bytes.
  private long blockCount(Walk walk) throws Stopped {
    long count = in.readLong(walk);
    if (count >= 0) {
      return count;
    }
    long size = in.readLong(walk);
    if (count == Long.MIN_VALUE || size < 0 || size > in.remaining()) {
      throw in.broken(
          walk,
          "a block of " + size + " bytes is announced, " + in.remaining() + " are left",
          "a block inside the message");
    }
    return -count;
  }

  private JsonValue union(AvroType.Union type, Walk walk) throws Stopped {
    long index = in.readLong(walk);
    if (index < 0 || index >= type.branches().size()) {
      throw in.broken(
          walk,
          "the union has no branch " + index,
          "a branch from 0 to " + (type.branches().size() - 1));
    }
    AvroType branch = type.branches().get((int) index);
    JsonValue value = read(branch, walk.intoBranch());
    return value == JsonNull.NULL ? value : JsonObject.EMPTY.with(branch.branchName(), value);
  }

  private JsonValue named(AvroType.Named named, Walk walk) throws Stopped {
    return switch (schema.definition(named).orElse(null)) {
      case AvroDefinition.Structure structure -> record(structure, walk);
      case AvroDefinition.Enumeration enumeration -> symbol(enumeration, walk);
      case AvroDefinition.Fixed fixed ->
          bytes(in.readFixed(fixed.size(), "a fixed", walk), fixed.logical(), walk);
      case null -> throw Stopped.undecided("the schema does not define " + named.fullName());
    };
  }

  private JsonValue record(AvroDefinition.Structure structure, Walk walk) throws Stopped {
    var members = new LinkedHashMap<String, JsonValue>();
    for (AvroField field : structure.fields()) {
      members.put(field.name(), read(field.type(), walk.into(field)));
    }
    return new JsonObject(members);
  }

  private JsonValue symbol(AvroDefinition.Enumeration enumeration, Walk walk) throws Stopped {
    int index = in.readInt(walk);
    if (index < 0 || index >= enumeration.symbols().size()) {
      throw in.broken(
          walk,
          "the enum " + enumeration.fullName() + " has no symbol " + index,
          "a symbol from 0 to " + (enumeration.symbols().size() - 1));
    }
    return new JsonString(enumeration.symbols().get(index));
  }
}
