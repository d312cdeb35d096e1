package dev.concordat.contracts.body;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.xml.XmlWriter;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a value as a body of a documented media type: what {@link BodyValue#read} makes a value of, backwards. Nothing
/// where the media type cannot carry the value, or is one that is not written here.
public final class BodyEncoder {
  private BodyEncoder() {}

  /// A body for the wire.
  ///
  /// @param contentType with what its reader needs, such as the boundary
  public record Encoded(String contentType, Bytes bytes) {}

  public static Optional<Encoded> encode(MediaTypeSpec spec, JsonValue value) {
    MediaType type = spec.mediaType();
    if (type.isMultipart()) {
      return isWritten(spec, value)
          ? text(type, value)
          : new MultipartWriter(Content.of(spec), type).write(value);
    }
    return body(Content.of(spec), type, value).map(bytes -> new Encoded(type.toString(), bytes));
  }

  private static Optional<Encoded> text(MediaType type, JsonValue value) {
    return value instanceof JsonString(String text) && type.parameter("boundary").isPresent()
        ? Optional.of(new Encoded(type.toString(), Bytes.utf8(text)))
        : Optional.empty();
  }

  /// Examples of media types that are no JSON may be the body's text itself (OpenAPI, Example Object).
  private static boolean isWritten(MediaTypeSpec spec, JsonValue value) {
    return value instanceof JsonString
        && spec.schema()
            .map(SchemaShape::types)
            .map(types -> !types.contains("string"))
            .orElse(true);
  }

  /// A body, or a part of one, that is not multipart.
  static Optional<Bytes> body(Content content, MediaType type, JsonValue value) {
    if (Sequences.isSequence(type) && content.isSequence() && value instanceof JsonArray items) {
      return sequence(type, items).map(Bytes::utf8);
    }
    if (type.isJson()) {
      return Optional.of(Bytes.utf8(JsonText.compact(value)));
    }
    if (value instanceof JsonString(String text) && !content.admits("string")) {
      return Optional.of(Bytes.utf8(text));
    }
    if (type.isForm()) {
      var spec =
          new MediaTypeSpec(
              type,
              content.schema(),
              Optional.empty(),
              List.of(),
              content.encodings(),
              content.written());
      return value instanceof JsonObject object
          ? ParameterEncoder.form(spec, object).map(Bytes::utf8)
          : Optional.empty();
    }
    if (type.isXml() && (content.admits("object") || content.admits("array"))) {
      return XmlWriter.write(content.schema(), value).map(Bytes::utf8);
    }
    if (type.isText() || type.isXml()) {
      return scalar(value).map(Bytes::utf8);
    }
    return binary(value);
  }

  private static Optional<String> scalar(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonArray ignored -> Optional.empty();
      case JsonObject ignored -> Optional.empty();
      default -> Optional.of(value.toString());
    };
  }

  /// One character a byte, as such bodies are read.
  private static Optional<Bytes> binary(JsonValue value) {
    return value instanceof JsonString(String text) && text.chars().allMatch(c -> c <= 0xff)
        ? Optional.of(Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1)))
        : Optional.empty();
  }

  private static Optional<String> sequence(MediaType type, JsonArray items) {
    var out = new StringBuilder();
    for (JsonValue item : items.items()) {
      if (Sequences.isEvents(type)) {
        Optional<String> event = event(item);
        if (event.isEmpty()) {
          return Optional.empty();
        }
        out.append(event.get());
      } else {
        out.append(Sequences.isLines(type) ? "" : Sequences.RECORD_SEPARATOR);
        out.append(JsonText.compact(item)).append('\n');
      }
    }
    return Optional.of(out.toString());
  }

  private static Optional<String> event(JsonValue item) {
    if (!(item instanceof JsonObject(Map<String, JsonValue> fields))
        || !(fields.get("data") instanceof JsonString)) {
      return Optional.empty();
    }
    var out = new StringBuilder();
    for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
      boolean isData = field.getKey().equals("data");
      String text =
          switch (field.getValue()) {
            case JsonString(String s) -> s;
            case JsonNumber number -> number.toString();
            default -> JsonNull.NULL.toString();
          };
      boolean isOneLine = text.indexOf('\n') < 0;
      if (text.indexOf('\r') >= 0 || (!isOneLine && !isData)) {
        return Optional.empty();
      }
      for (String line : text.split("\n", -1)) {
        out.append(field.getKey()).append(": ").append(line).append('\n');
      }
    }
    return Optional.of(out.append('\n').toString());
  }
}
