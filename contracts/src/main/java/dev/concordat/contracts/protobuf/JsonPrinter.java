package dev.concordat.contracts.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Messages as JSON, by the canonical mapping (protobuf.dev, "ProtoJSON Format"): 64-bit integers are strings, bytes are
/// Base64, fields without presence are left out at their default.
final class JsonPrinter {
  private final Names names;
  private final WellKnown wellKnown;

  /// Which names fields have.
  enum Names {
    JSON,
    AS_WRITTEN
  }

  JsonPrinter(ProtobufTypes types, Names names) {
    this.names = names;
    this.wellKnown = new WellKnown(types, this);
  }

  JsonValue print(MessageOrBuilder message) {
    return wellKnown.print(message).orElseGet(() -> fields(message));
  }

  JsonObject fields(MessageOrBuilder message) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      FieldDescriptor descriptor = field.getKey();
      boolean isDefault =
          !descriptor.isRepeated()
              && !descriptor.hasPresence()
              && field.getValue().equals(descriptor.getDefaultValue());
      if (!isDefault) {
        members.put(name(descriptor), value(descriptor, field.getValue()));
      }
    }
    return new JsonObject(members);
  }

  private String name(FieldDescriptor field) {
    if (field.isExtension()) {
      return "[" + field.getFullName() + "]";
    }
    return names == Names.JSON ? field.getJsonName() : field.getName();
  }

  private JsonValue value(FieldDescriptor field, Object value) {
    if (field.isMapField()) {
      return map((List<?>) value);
    }
    if (field.isRepeated()) {
      List<JsonValue> items = new ArrayList<>();
      ((List<?>) value).forEach(item -> items.add(single(field, item)));
      return new JsonArray(items);
    }
    return single(field, value);
  }

  private JsonObject map(List<?> entries) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Object one : entries) {
      Message entry = (Message) one;
      FieldDescriptor key = entry.getDescriptorForType().findFieldByNumber(1);
      FieldDescriptor value = entry.getDescriptorForType().findFieldByNumber(2);
      members.put(
          String.valueOf(unsigned(key, entry.getField(key))), single(value, entry.getField(value)));
    }
    return new JsonObject(members);
  }

  private static Object unsigned(FieldDescriptor field, Object value) {
    return switch (field.getType()) {
      case UINT32, FIXED32 -> Integer.toUnsignedString((Integer) value);
      case UINT64, FIXED64 -> Long.toUnsignedString((Long) value);
      default -> value;
    };
  }

  JsonValue single(FieldDescriptor field, Object value) {
    return switch (field.getType()) {
      case INT32, SINT32, SFIXED32 -> JsonNumber.of((Integer) value);
      case UINT32, FIXED32 -> JsonNumber.of(Integer.toUnsignedLong((Integer) value));
      case INT64, SINT64, SFIXED64, UINT64, FIXED64 ->
          new JsonString(String.valueOf(unsigned(field, value)));
      case FLOAT -> number(Float.toString((Float) value));
      case DOUBLE -> number(Double.toString((Double) value));
      case BOOL -> new JsonBoolean((Boolean) value);
      case STRING -> new JsonString((String) value);
      case BYTES ->
          new JsonString(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
      case ENUM -> enumValue((EnumValueDescriptor) value);
      case MESSAGE, GROUP -> print((Message) value);
    };
  }

  private static JsonValue enumValue(EnumValueDescriptor value) {
    if (value.getType().getFullName().equals("google.protobuf.NullValue")) {
      return JsonNull.NULL;
    }
    boolean isUnknown = value.getType().findValueByNumber(value.getNumber()) == null;
    return isUnknown ? JsonNumber.of(value.getNumber()) : new JsonString(value.getName());
  }

  /// The shortest digits that name the number; what JSON has no number for is a string.
  static JsonValue number(String text) {
    String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return JsonNumber.isJsonNumber(digits) ? new JsonNumber(digits) : new JsonString(digits);
  }
}
