package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.ByteString;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads messages in their JSON form by the words of protobuf.dev, "ProtoJSON Format": the second opinion. Types with a form
/// of their own, such as `google.protobuf.Timestamp`, it does not know.
final class PlainJson {
  static final String NAME = "Concordat's second JSON reader";
  private static final int MAX_DEPTH = 100;
  private static final Set<String> HAVE_OWN_FORM =
      Stream.of(
              "Any",
              "BoolValue",
              "BytesValue",
              "DoubleValue",
              "Duration",
              "FieldMask",
              "FloatValue",
              "Int32Value",
              "Int64Value",
              "ListValue",
              "StringValue",
              "Struct",
              "Timestamp",
              "UInt32Value",
              "UInt64Value",
              "Value")
          .map(name -> "google.protobuf." + name)
          .collect(Collectors.toUnmodifiableSet());

  private final Peer peer;

  private PlainJson(Peer peer) {
    this.peer = peer;
  }

  static Reading read(Peer peer, MessageType type, JsonValue value) {
    try {
      return new Reading.Read(new PlainJson(peer).message(type, value, 0));
    } catch (Stop stop) {
      return stop.reading;
    }
  }

  private Content.Fields message(MessageType type, JsonValue value, int depth) throws Stop {
    if (HAVE_OWN_FORM.contains(type.fullName()) || depth > MAX_DEPTH) {
      throw new Stop(new Reading.Unknown(type.fullName() + " has a form of its own"));
    }
    if (!(value instanceof JsonObject object)) {
      throw refused("`" + type.name() + "` is an object");
    }
    var values = new TreeMap<Integer, List<Content>>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      FieldSpec field = field(type, member.getKey());
      if (member.getValue() != JsonNull.NULL) {
        List<Content> contents = contents(field, member.getValue(), depth);
        if (!contents.isEmpty()) {
          values.put(field.number(), contents);
        }
      }
    }
    for (FieldSpec field : type.fields()) {
      if (field.label() == FieldSpec.Label.REQUIRED && !values.containsKey(field.number())) {
        throw refused("`" + field.name() + "` is required and not there");
      }
    }
    return new Content.Fields(values);
  }

  private FieldSpec field(MessageType type, String name) throws Stop {
    Optional<FieldSpec> field =
        peer.fields(type)
            .filter(
                one ->
                    one.isExtension()
                        ? name.equals("[" + one.fullName() + "]")
                        : one.jsonName().equals(name) || one.name().equals(name))
            .findFirst();
    if (field.isEmpty()) {
      throw refused("`" + type.name() + "` has no field `" + name + "`");
    }
    return field.get();
  }

  private List<Content> contents(FieldSpec field, JsonValue value, int depth) throws Stop {
    var contents = new ArrayList<Content>();
    if (field.isMap()) {
      entries(field, value, depth, contents);
    } else if (field.label() != FieldSpec.Label.REPEATED) {
      contents.add(single(field, value, depth));
    } else if (value instanceof JsonArray(List<JsonValue> items)) {
      for (JsonValue item : items) {
        contents.add(single(field, item, depth));
      }
    } else {
      throw refused("`" + field.name() + "` is a list");
    }
    return contents;
  }

  private void entries(FieldSpec field, JsonValue value, int depth, List<Content> into)
      throws Stop {
    Optional<MessageType> entry = peer.message(field.typeName());
    if (entry.isEmpty() || !(value instanceof JsonObject object)) {
      throw refused("`" + field.name() + "` is a map");
    }
    FieldSpec key = entry.get().field(1).orElseThrow();
    FieldSpec held = entry.get().field(2).orElseThrow();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      JsonValue name =
          key.type().equals("bool")
              ? new JsonBoolean(member.getKey().equals("true"))
              : new JsonString(member.getKey());
      into.add(
          new Content.Fields(
              Map.of(
                  1, List.of(single(key, name, depth)),
                  2, List.of(single(held, member.getValue(), depth)))));
    }
  }

  private Content single(FieldSpec field, JsonValue value, int depth) throws Stop {
    return switch (field.type()) {
      case "message", "group" -> {
        Optional<MessageType> type = peer.message(field.typeName());
        if (type.isEmpty()) {
          throw refused("there is no type `" + field.typeName() + "`");
        }
        yield message(type.get(), value, depth + 1);
      }
      case "enum" -> enumValue(field, value);
      case "string" -> new Content.Text(ByteString.copyFromUtf8(text(field, value)));
      case "bytes" -> new Content.Text(base64(field, text(field, value)));
      case "bool" -> {
        if (!(value instanceof JsonBoolean(boolean is))) {
          throw refused("`" + field.name() + "` is true or false");
        }
        yield whole(is ? BigInteger.ONE : BigInteger.ZERO);
      }
      case "float", "double" -> new Content.Floating(floating(field, value));
      default -> whole(integer(field, value));
    };
  }

  private Content enumValue(FieldSpec field, JsonValue value) throws Stop {
    Optional<EnumType> type = peer.enumType(field.typeName());
    if (value instanceof JsonString(String name)) {
      Optional<Integer> number =
          type.stream()
              .flatMap(known -> known.values().stream())
              .filter(one -> one.name().equals(name))
              .map(EnumType.EnumValue::number)
              .findFirst();
      if (number.isEmpty()) {
        throw refused("`" + field.typeName() + "` has no value `" + name + "`");
      }
      return whole(BigInteger.valueOf(number.get()));
    }
    return whole(decimal(field, value).toBigInteger());
  }

  private static String text(FieldSpec field, JsonValue value) throws Stop {
    if (value instanceof JsonString(String text)) {
      return text;
    }
    throw refused("`" + field.name() + "` is a text");
  }

  private static ByteString base64(FieldSpec field, String text) throws Stop {
    try {
      return ByteString.copyFrom(
          Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException e) {
      throw refused("`" + field.name() + "` is bytes in base 64");
    }
  }

  private static double floating(FieldSpec field, JsonValue value) throws Stop {
    double number = decimal(field, value).doubleValue();
    boolean isFloat = field.type().equals("float");
    if (Double.isInfinite(number) || (isFloat && Float.isInfinite((float) number))) {
      throw refused("`" + field.name() + "` cannot be that great");
    }
    return isFloat ? (float) number : number;
  }

  private static BigDecimal decimal(FieldSpec field, JsonValue value) throws Stop {
    String digits =
        switch (value) {
          case JsonNumber number -> number.digits();
          case JsonString(String text) -> text;
          default -> "";
        };
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      throw refused("`" + field.name() + "` is a number");
    }
  }

  private static BigInteger integer(FieldSpec field, JsonValue value) throws Stop {
    BigDecimal decimal = decimal(field, value);
    int bits = field.type().endsWith("32") ? 32 : 64;
    boolean isUnsigned = field.type().startsWith("u") || field.type().startsWith("fixed");
    try {
      BigInteger whole = decimal.toBigIntegerExact();
      boolean fits =
          isUnsigned ? whole.signum() >= 0 && whole.bitLength() <= bits : whole.bitLength() < bits;
      if (fits) {
        return whole;
      }
    } catch (ArithmeticException e) {
      throw refused("`" + field.name() + "` is whole");
    }
    throw refused("`" + field.name() + "` has " + bits + " bits");
  }

  private static Content whole(BigInteger value) {
    return new Content.Whole(value);
  }

  private static Stop refused(String reason) {
    return new Stop(new Reading.Refused(reason));
  }

  /// Reading ends here.
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Reading reading;

    Stop(Reading reading) {
      this.reading = reading;
    }
  }
}
