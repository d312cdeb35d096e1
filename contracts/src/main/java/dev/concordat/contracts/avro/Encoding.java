package dev.concordat.contracts.avro;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes a value that fits its schema. Not thread-safe.
final class Encoding {
  private final AvroSchema schema;
  private final JsonFit fit;
  private final BinaryOutput out = new BinaryOutput();

  private Encoding(AvroSchema schema, JsonFit fit) {
    this.schema = schema;
    this.fit = fit;
  }

  static AvroBinary.Encoded encode(AvroSchema schema, JsonValue value, AvroLimits limits) {
    AvroVerdict verdict = JsonFit.judge(schema, value, limits);
    if (!verdict.isFit()) {
      return new AvroBinary.Encoded(Optional.empty(), verdict);
    }
    try {
      var encoding = new Encoding(schema, new JsonFit(schema, limits));
      encoding.write(schema.root(), value, Walk.start(schema));
      return new AvroBinary.Encoded(Optional.of(Bytes.of(encoding.out.bytes())), verdict);
    } catch (Stopped stopped) {
      return new AvroBinary.Encoded(
          Optional.empty(), new AvroVerdict(List.of(), Optional.of(stopped.why())));
    }
  }

  private void write(AvroType type, JsonValue value, Walk walk) throws Stopped {
    switch (type) {
      case AvroType.Primitive primitive -> primitive(primitive, value);
      case AvroType.Items array -> {
        List<JsonValue> items = ((JsonArray) value).items();
        block(items.size());
        for (JsonValue item : items) {
          write(array.items(), item, walk.intoItem());
        }
        out.writeLong(0);
      }
      case AvroType.Values map -> {
        var members = ((JsonObject) value).members();
        block(members.size());
        for (var member : members.entrySet()) {
          out.writeString(member.getKey());
          write(map.values(), member.getValue(), walk.intoValue(member.getKey()));
        }
        out.writeLong(0);
      }
      case AvroType.Union union -> {
        JsonFit.Chosen chosen =
            fit.choose(union, value, walk)
                .orElseThrow(() -> new IllegalStateException("a value that fits has a branch"));
        out.writeLong(chosen.index());
        write(chosen.branch(), chosen.value(), walk.intoBranch());
      }
      case AvroType.Named named -> named(named, value, walk);
      case AvroType.Unreadable ignored ->
          throw new IllegalStateException("what cannot be read was not judged to fit");
    }
  }

  private void block(int count) {
    if (count > 0) {
      out.writeLong(count);
    }
  }

  private void primitive(AvroType.Primitive type, JsonValue value) {
    switch (type.kind()) {
      case NULL -> {}
      case BOOLEAN -> out.writeBoolean(((JsonBoolean) value).value());
      case INT, LONG -> out.writeLong(Numbers.whole(value).orElseThrow());
      case FLOAT -> out.writeFloat(Float.parseFloat(digits(value)));
      case DOUBLE -> out.writeDouble(Double.parseDouble(digits(value)));
      case BYTES -> out.writeBytes(bytes(value, type.logical()));
      case STRING -> out.writeString(((JsonString) value).value());
    }
  }

  private static String digits(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  private static byte[] bytes(JsonValue value, Optional<LogicalType> logical) {
    if (value instanceof JsonNumber number) {
      return Logical.unscaled(logical.orElseThrow(), number.decimal()).orElseThrow().toByteArray();
    }
    return ((JsonString) value).value().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void named(AvroType.Named named, JsonValue value, Walk walk) throws Stopped {
    switch (schema.definition(named).orElseThrow()) {
      case AvroDefinition.Structure structure -> {
        for (AvroField field : structure.fields()) {
          JsonValue member = ((JsonObject) value).member(field.name()).orElseThrow();
          write(field.type(), member, walk.into(field));
        }
      }
      case AvroDefinition.Enumeration enumeration ->
          out.writeLong(enumeration.symbols().indexOf(((JsonString) value).value()));
      case AvroDefinition.Fixed fixed ->
          out.writeFixed(padded(bytes(value, fixed.logical()), fixed.size()));
    }
  }

  /// A number's two's complement filled up to the size, the sign kept.
  private static byte[] padded(byte[] bytes, int size) {
    if (bytes.length >= size) {
      return bytes;
    }
    var padded = new byte[size];
    byte sign = new BigInteger(bytes).signum() < 0 ? (byte) -1 : 0;
    Arrays.fill(padded, 0, size - bytes.length, sign);
    System.arraycopy(bytes, 0, padded, size - bytes.length, bytes.length);
    return padded;
  }
}
