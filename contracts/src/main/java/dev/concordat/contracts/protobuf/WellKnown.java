package dev.concordat.contracts.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The types of `google.protobuf` that have a JSON form of their own.
final class WellKnown {
  private static final int MAX_ANY_DEPTH = 20;

  private final ProtobufTypes types;
  private final JsonPrinter printer;
  private int anyDepth;

  WellKnown(ProtobufTypes types, JsonPrinter printer) {
    this.types = types;
    this.printer = printer;
  }

  /// Whether messages of the type are written under `value` within an `Any`, having no members of their own.
  static boolean hasOwnForm(String fullName) {
    return switch (fullName) {
      case "google.protobuf.Any",
          "google.protobuf.Timestamp",
          "google.protobuf.Duration",
          "google.protobuf.FieldMask",
          "google.protobuf.Struct",
          "google.protobuf.Value",
          "google.protobuf.ListValue" ->
          true;
      default -> isWrapper(fullName);
    };
  }

  static boolean isWrapper(String fullName) {
    return switch (fullName) {
      case "google.protobuf.DoubleValue",
          "google.protobuf.FloatValue",
          "google.protobuf.Int64Value",
          "google.protobuf.UInt64Value",
          "google.protobuf.Int32Value",
          "google.protobuf.UInt32Value",
          "google.protobuf.BoolValue",
          "google.protobuf.StringValue",
          "google.protobuf.BytesValue" ->
          true;
      default -> false;
    };
  }

  Optional<JsonValue> print(MessageOrBuilder message) {
    String name = message.getDescriptorForType().getFullName();
    if (isWrapper(name)) {
      return field(message, 1).map(field -> printer.single(field, message.getField(field)));
    }
    return switch (name) {
      case "google.protobuf.Any" -> any(message);
      case "google.protobuf.Timestamp" ->
          Times.timestamp(integer(message, 1), integer(message, 2)).map(JsonString::new);
      case "google.protobuf.Duration" ->
          Times.duration(integer(message, 1), integer(message, 2)).map(JsonString::new);
      case "google.protobuf.FieldMask" -> Optional.of(fieldMask(message));
      case "google.protobuf.Struct" -> Optional.of(struct(message));
      case "google.protobuf.Value" -> Optional.of(value(message));
      case "google.protobuf.ListValue" -> Optional.of(list(message));
      default -> Optional.empty();
    };
  }

  private static Optional<FieldDescriptor> field(MessageOrBuilder message, int number) {
    return Optional.ofNullable(message.getDescriptorForType().findFieldByNumber(number));
  }

  private static long integer(MessageOrBuilder message, int number) {
    return field(message, number)
        .map(message::getField)
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).longValue())
        .orElse(0L);
  }

  private static List<?> items(MessageOrBuilder message, int number) {
    return field(message, number)
        .map(message::getField)
        .map(value -> value instanceof List<?> list ? list : List.of())
        .orElse(List.of());
  }

  /// The content by its type, where the contract knows it; else as the two fields it has.
  private Optional<JsonValue> any(MessageOrBuilder message) {
    Object url = field(message, 1).map(message::getField).orElse("");
    Object bytes = field(message, 2).map(message::getField).orElse(ByteString.EMPTY);
    if (!(url instanceof String type) || !(bytes instanceof ByteString content)) {
      return Optional.empty();
    }
    if (type.isEmpty() && content.isEmpty()) {
      return Optional.of(JsonObject.EMPTY);
    }
    return types
        .message(type.substring(type.lastIndexOf('/') + 1))
        .filter(known -> anyDepth < MAX_ANY_DEPTH)
        .flatMap(known -> unpacked(type, known, content));
  }

  private Optional<JsonValue> unpacked(String url, Descriptor type, ByteString content) {
    anyDepth++;
    try {
      JsonValue inner =
          printer.print(
              DynamicMessage.newBuilder(type).mergeFrom(content, types.registry()).buildPartial());
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("@type", new JsonString(url));
      if (inner instanceof JsonObject object && !hasOwnForm(type.getFullName())) {
        members.putAll(object.members());
      } else {
        members.put("value", inner);
      }
      return Optional.of(new JsonObject(members));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    } finally {
      anyDepth--;
    }
  }

  private static JsonString fieldMask(MessageOrBuilder message) {
    List<String> paths =
        items(message, 1).stream().map(String::valueOf).map(CamelCase::toCamel).toList();
    return new JsonString(String.join(",", paths));
  }

  private JsonObject struct(MessageOrBuilder message) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Object one : items(message, 1)) {
      Message entry = (Message) one;
      Object key = field(entry, 1).map(entry::getField).orElse("");
      Object value = field(entry, 2).map(entry::getField).orElse("");
      members.put(
          String.valueOf(key), value instanceof Message held ? printer.print(held) : JsonNull.NULL);
    }
    return new JsonObject(members);
  }

  private JsonValue value(MessageOrBuilder message) {
    return message.getAllFields().entrySet().stream()
        .findFirst()
        .map(set -> printer.single(set.getKey(), set.getValue()))
        .orElse(JsonNull.NULL);
  }

  private JsonArray list(MessageOrBuilder message) {
    List<JsonValue> items = new ArrayList<>();
    items(message, 1).forEach(item -> items.add(printer.print((Message) item)));
    return new JsonArray(items);
  }
}
