package dev.concordat.contracts.http;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.Coercion;
import dev.concordat.contracts.text.Written;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a body says, read by its media type.
public sealed interface BodyValue {
  /// A value that a schema can judge.
  record Value(JsonValue value) implements BodyValue {}

  /// Nothing can be said about the body: a coding or a media type that is not read here, or only its start was kept.
  record Unjudged(String reason) implements BodyValue {}

  /// The body is not what its media type or coding says.
  record Malformed(String reason) implements BodyValue {}

  /// The body's value: JSON as it is, forms and text as their schema asks for.
  ///
  /// @param actual the body's own media type
  static BodyValue read(MediaTypeSpec spec, MediaType actual, List<Header> headers, Bytes body) {
    return switch (ContentCoding.decode(headers, body)) {
      case ContentCoding.Decoded.Unreadable(String reason) -> new Unjudged(reason);
      case ContentCoding.Decoded.Broken(String reason) -> new Malformed(reason);
      case ContentCoding.Decoded.Plain(Bytes bytes) -> plain(spec, actual, bytes.toArray());
    };
  }

  private static BodyValue plain(MediaTypeSpec spec, MediaType actual, byte[] bytes) {
    if (actual.isJson()) {
      return json(bytes);
    }
    if (actual.isForm()) {
      return new Value(form(spec, new String(bytes, StandardCharsets.UTF_8)));
    }
    if (actual.isText()) {
      return text(spec.schema(), actual, bytes);
    }
    return new Unjudged("bodies of " + actual.essence() + " are not judged");
  }

  private static BodyValue json(byte[] bytes) {
    ParsedJson parsed = JsonParser.parse(bytes);
    return parsed
        .value()
        .<BodyValue>map(Value::new)
        .orElseGet(
            () ->
                new Malformed(
                    "not JSON: "
                        + parsed.failure().map(ParsedJson.Failure::message).orElse("unreadable")));
  }

  private static BodyValue text(Optional<Schema> schema, MediaType actual, byte[] bytes) {
    try {
      Charset charset = Charset.forName(actual.parameter("charset").orElse("utf-8"));
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Coercion.value(schema, Written.ofScalar(text))
          .<BodyValue>map(Value::new)
          .orElseGet(() -> new Unjudged("the text has no value"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return new Unjudged("the charset is not known here");
    } catch (CharacterCodingException e) {
      return new Malformed("not text in " + actual.parameter("charset").orElse("utf-8"));
    }
  }

  private static JsonObject form(MediaTypeSpec spec, String text) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    Map<String, List<String>> plain = new LinkedHashMap<>();
    for (RequestFields.Field field : RequestFields.query(text)) {
      FieldEncoding encoding = spec.encodings().byName().get(field.name());
      if (encoding != null
          && encoding.style().isEmpty()
          && encoding.contentTypes().stream().anyMatch(MediaType::isJson)) {
        JsonParser.parse(Percent.decodeForm(field.raw()))
            .value()
            .ifPresent(value -> values.put(field.name(), value));
      } else if (encoding != null && encoding.style().isPresent() && !encoding.explode()) {
        for (String piece : field.raw().split(",", -1)) {
          Written.add(plain, field.name(), Percent.decodeForm(piece));
        }
      } else {
        Written.add(plain, field.name(), Percent.decodeForm(field.raw()));
      }
    }
    values.putAll(Coercion.object(spec.schema(), plain).members());
    return new JsonObject(values);
  }
}
