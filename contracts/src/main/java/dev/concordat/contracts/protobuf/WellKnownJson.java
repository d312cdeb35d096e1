package dev.concordat.contracts.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// Reads the types of `google.protobuf` that have a JSON form of their own.
final class WellKnownJson {
  private final JsonMessages messages;

  WellKnownJson(JsonMessages messages) {
    this.messages = messages;
  }

  /// Fills the message; false for a type without a form of its own.
  boolean read(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    String name = builder.getDescriptorForType().getFullName();
    if (WellKnown.isWrapper(name)) {
      put(builder, 1, value, pointer);
      return true;
    }
    switch (name) {
      case "google.protobuf.Timestamp" ->
          time(
              builder,
              value,
              pointer,
              "a time such as \"2026-01-31T12:00:00Z\"",
              Times::parseTimestamp);
      case "google.protobuf.Duration" ->
          time(builder, value, pointer, "a duration such as \"1.5s\"", Times::parseDuration);
      case "google.protobuf.FieldMask" -> fieldMask(builder, value, pointer);
      case "google.protobuf.Struct" -> entries(builder, value, pointer);
      case "google.protobuf.Value" -> value(builder, value, pointer);
      case "google.protobuf.ListValue" -> items(builder, value, pointer);
      case "google.protobuf.Any" -> any(builder, value, pointer);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Optional<FieldDescriptor> field(DynamicMessage.Builder builder, int number) {
    return Optional.ofNullable(builder.getDescriptorForType().findFieldByNumber(number));
  }

  private void put(DynamicMessage.Builder builder, int number, JsonValue value, String pointer) {
    field(builder, number)
        .ifPresent(
            field ->
                messages
                    .single(field, value, pointer)
                    .ifPresent(one -> builder.setField(field, one)));
  }

  private void add(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    field(builder, 1)
        .ifPresent(
            field ->
                messages
                    .single(field, value, pointer)
                    .ifPresent(one -> builder.addRepeatedField(field, one)));
  }

  private interface TimeReader {
    Optional<Times.Parts> read(String text);
  }

  private void time(
      DynamicMessage.Builder builder,
      JsonValue value,
      String pointer,
      String wanted,
      TimeReader reader) {
    Optional<Times.Parts> parts =
        value instanceof JsonString(String text) ? reader.read(text) : Optional.empty();
    if (parts.isEmpty()) {
      messages.misfit(pointer, value + " is not " + wanted);
      return;
    }
    put(builder, 1, JsonNumber.of(parts.get().seconds()), pointer);
    put(builder, 2, JsonNumber.of(parts.get().nanos()), pointer);
  }

  private void fieldMask(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    if (!(value instanceof JsonString(String text))) {
      messages.misfit(pointer, value.type() + " is not a list of paths such as \"a,b.c\"");
      return;
    }
    for (String path : text.split(",", -1)) {
      if (!path.isEmpty()) {
        add(builder, new JsonString(CamelCase.toSnake(path)), pointer);
      }
    }
  }

  private void entries(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    if (!(value instanceof JsonObject object)) {
      messages.misfit(pointer, "a Struct is an object, this is " + value.type());
      return;
    }
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      field(builder, 1)
          .ifPresent(field -> builder.addRepeatedField(field, entry(field, member, pointer)));
    }
  }

  private Message entry(
      FieldDescriptor field, Map.Entry<String, JsonValue> member, String pointer) {
    DynamicMessage.Builder entry = DynamicMessage.newBuilder(field.getMessageType());
    String inner = pointer + "/" + member.getKey();
    put(entry, 1, new JsonString(member.getKey()), inner);
    put(entry, 2, member.getValue(), inner);
    return entry.buildPartial();
  }

  private void value(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    switch (value) {
      case JsonNull ignored -> put(builder, 1, value, pointer);
      case JsonNumber ignored -> put(builder, 2, value, pointer);
      case JsonString ignored -> put(builder, 3, value, pointer);
      case JsonBoolean ignored -> put(builder, 4, value, pointer);
      case JsonObject ignored -> put(builder, 5, value, pointer);
      case JsonArray ignored -> put(builder, 6, value, pointer);
    }
  }

  private void items(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    if (!(value instanceof JsonArray array)) {
      messages.misfit(pointer, "a ListValue is a list, this is " + value.type());
      return;
    }
    int index = 0;
    for (JsonValue item : array.items()) {
      add(builder, item, pointer + "/" + index++);
    }
  }

  private void any(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    if (!(value instanceof JsonObject object)) {
      messages.misfit(pointer, "an Any is an object, this is " + value.type());
      return;
    }
    if (object.members().isEmpty()) {
      return;
    }
    String url =
        object.member("@type").map(it -> it instanceof JsonString(String t) ? t : "").orElse("");
    String name = url.substring(url.lastIndexOf('/') + 1);
    Optional<Descriptor> type = messages.types().message(name);
    if (type.isEmpty()) {
      messages.misfit(pointer + "/@type", "`" + url + "` names no type of the contract");
      return;
    }
    JsonValue content =
        WellKnown.hasOwnForm(name)
            ? object.member("value").orElse(JsonNull.NULL)
            : object.without("@type");
    Message inner = messages.message(type.get(), content, pointer);
    field(builder, 1).ifPresent(field -> builder.setField(field, url));
    field(builder, 2).ifPresent(field -> builder.setField(field, inner.toByteString()));
  }
}
