package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.content.BodyTypes;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Writes bodies: JSON as JSON, text as text, all else as Base64.
record BodyJson(PactVersion version, Losses losses, Place place) {
  /// The content of a body, and how it is encoded.
  private record Content(JsonValue value, JsonValue encoding) {
    static Content plain(JsonValue value) {
      return new Content(value, new JsonBoolean(false));
    }
  }

  /// @param ownType the media type that the body states for itself; empty where it does not
  /// @param statedType the media type that it states or that its header states
  Optional<JsonValue> of(ExpectedBody body, String ownType, Optional<String> statedType) {
    boolean isWrapped = version.isAtLeast(PactVersion.V4);
    MediaType type = statedType.map(BodyTypes::parse).orElse(MediaType.UNKNOWN);
    return switch (body) {
      case ExpectedBody.Unstated() ->
          isWrapped && !ownType.isEmpty()
              ? Optional.of(JsonObject.EMPTY.with("contentType", new JsonString(ownType)))
              : Optional.empty();
      case ExpectedBody.None() ->
          Optional.of(
              isWrapped && !ownType.isEmpty()
                  ? wrapped(Content.plain(new JsonString("")), ownType)
                  : JsonNull.NULL);
      case ExpectedBody.Present(Bytes bytes) -> {
        if (bytes.isCut()) {
          losses.unwritable(
              place,
              "only " + bytes.size() + " of the " + bytes.total() + " bytes of a body are known",
              "capture whole bodies");
        }
        yield Optional.of(isWrapped ? wrapped(content(bytes, type), ownType) : plain(bytes, type));
      }
    };
  }

  private static JsonObject wrapped(Content content, String ownType) {
    JsonObject json = JsonObject.EMPTY.with("content", content.value());
    if (!ownType.isEmpty()) {
      json = json.with("contentType", new JsonString(ownType));
    }
    return json.with("encoded", content.encoding());
  }

  private static Content content(Bytes bytes, MediaType type) {
    Optional<String> text = text(bytes);
    if (text.isEmpty() || !isText(type)) {
      return new Content(base64(bytes), new JsonString("base64"));
    }
    Optional<JsonValue> json = json(bytes, type);
    if (json.isPresent() && json.get() instanceof JsonString) {
      return new Content(json.get(), new JsonString("JSON"));
    }
    return json.map(Content::plain).orElseGet(() -> Content.plain(new JsonString(text.get())));
  }

  private JsonValue plain(Bytes bytes, MediaType type) {
    Optional<String> text = text(bytes);
    if (text.isEmpty() || !isText(type)) {
      if (BodyTypes.isText(type) || type.isUnknown()) {
        losses.lost(place, "bytes that are no UTF-8 under a text's media type", PactVersion.V4);
      }
      return base64(bytes);
    }
    Optional<JsonValue> json = json(bytes, type);
    if (json.isPresent() && json.get() instanceof JsonString(String value)) {
      // A string that is JSON text itself is read as that text.
      boolean isAmbiguous = value.isEmpty() || JsonParser.parse(value).value().isPresent();
      return isAmbiguous ? new JsonString(text.get()) : json.get();
    }
    return json.orElseGet(() -> new JsonString(text.get()));
  }

  private static boolean isText(MediaType type) {
    return BodyTypes.isText(type) || type.isMultipart() || type.isUnknown();
  }

  private static JsonString base64(Bytes bytes) {
    return new JsonString(Base64.getEncoder().encodeToString(bytes.toArray()));
  }

  private static Optional<String> text(Bytes bytes) {
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes.toArray());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(all).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /// The body as a JSON value where reading that gives the body again. `null` would be read as no body at all.
  private static Optional<JsonValue> json(Bytes bytes, MediaType type) {
    if (!BodyTypes.isJson(type) && !type.isUnknown()) {
      return Optional.empty();
    }
    return JsonParser.parse(bytes.toArray())
        .value()
        .filter(value -> value != JsonNull.NULL)
        .filter(value -> BodyTypes.isJson(type) || isContainer(value));
  }

  private static boolean isContainer(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }
}
