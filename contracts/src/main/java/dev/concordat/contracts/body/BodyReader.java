package dev.concordat.contracts.body;

import dev.concordat.contracts.body.BodyValue.Malformed;
import dev.concordat.contracts.body.BodyValue.Unjudged;
import dev.concordat.contracts.body.BodyValue.Value;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.text.Coercion;
import dev.concordat.contracts.text.Written;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.contracts.xml.XmlParser;
import dev.concordat.contracts.xml.XmlValues;
import dev.concordat.model.json.JsonString;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;

/// Reads a body, or a part of one, by its media type.
///
/// @param depth how many multipart bodies it stands in
/// @param parser of bytes that are JSON in UTF-8
record BodyReader(int depth, Function<byte[], ParsedJson> parser) {
  /// Multipart bodies inside one another.
  private static final int MAX_MULTIPART_DEPTH = 8;

  BodyReader(int depth) {
    this(depth, JsonParser::parse);
  }

  BodyValue read(Content content, MediaType type, byte[] bytes) {
    if (Sequences.isSequence(type) && content.isSequence()) {
      return text(type, bytes, text -> Sequences.read(type, text));
    }
    if (type.isJson()) {
      return json(type, bytes);
    }
    if (type.isForm()) {
      return text(
          type, bytes, text -> new FormReader(content, depth).read(RequestFields.query(text)));
    }
    if (type.isXml()) {
      return content.admits("object") || content.admits("array")
          ? xml(content, type, bytes)
          : scalar(content, type, bytes);
    }
    if (type.isMultipart()) {
      return depth < MAX_MULTIPART_DEPTH
          ? new MultipartReader(content, depth).read(type, bytes)
          : new Unjudged(
              "more than " + MAX_MULTIPART_DEPTH + " multipart bodies stand inside one another");
    }
    if (type.isText()) {
      return content.schema().isPresent() && !content.admits("string")
          ? jsonAsText(content, type, bytes)
          : scalar(content, type, bytes);
    }
    return binary(content, type, bytes);
  }

  private static BodyValue text(MediaType type, byte[] bytes, Function<String, BodyValue> read) {
    return switch (TextDecoding.decode(type, bytes)) {
      case TextDecoding.Decoded.Text(String text) -> read.apply(text);
      case TextDecoding.Decoded.UnknownCharset(String name) ->
          new Unjudged("the charset '" + name + "' is not known here");
      case TextDecoding.Decoded.NotText(String charset) -> new Malformed("not text in " + charset);
    };
  }

  private static BodyValue scalar(Content content, MediaType type, byte[] bytes) {
    return text(
        type,
        bytes,
        text ->
            Coercion.value(content.schema(), Written.ofScalar(text))
                .<BodyValue>map(Value::new)
                .orElseGet(() -> new Unjudged("the text has no value")));
  }

  /// Text whose schema is an object or a list: JSON is the one form of text that has such.
  private BodyValue jsonAsText(Content content, MediaType type, byte[] bytes) {
    boolean isHolder = content.admits("object") || content.admits("array");
    return isHolder && json(type, bytes) instanceof Value value
        ? value
        : scalar(content, type, bytes);
  }

  /// JSON is UTF-8 (RFC 8259 section 8.1); a mark or a charset that says otherwise is believed.
  private BodyValue json(MediaType type, byte[] bytes) {
    return TextDecoding.isUtf8(type, bytes)
        ? json(parser.apply(bytes))
        : text(type, bytes, text -> json(JsonParser.parse(text)));
  }

  private static BodyValue json(ParsedJson parsed) {
    return parsed
        .value()
        .<BodyValue>map(Value::new)
        .orElseGet(() -> new Malformed("not JSON: " + failure(parsed)));
  }

  static String failure(ParsedJson parsed) {
    return parsed.failure().map(ParsedJson.Failure::message).orElse("unreadable");
  }

  private static BodyValue xml(Content content, MediaType type, byte[] bytes) {
    Optional<String> named = type.parameter("charset").map(String::strip);
    if (named.isPresent() && !isCharset(named.get())) {
      return new Unjudged("the charset '" + named.get() + "' is not known here");
    }
    try {
      XmlValues.Read read =
          XmlValues.read(content.schema(), XmlParser.parse(bytes, named.map(Charset::forName)));
      return new Value(read.value(), read.flaws(), Set.of());
    } catch (XMLStreamException e) {
      return new Malformed("not XML: " + XmlWords.of(e));
    }
  }

  private static boolean isCharset(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9._:+-]*") && Charset.isSupported(name);
  }

  /// Raw bytes have no JSON type; a schema that allows text counts them as its characters, so that lengths are lengths in
  /// bytes (OpenAPI 3.1, Working with Binary Data).
  private static BodyValue binary(Content content, MediaType type, byte[] bytes) {
    return content.schema().isPresent() && content.admits("string")
        ? new Value(new JsonString(new String(bytes, StandardCharsets.ISO_8859_1)))
        : new Unjudged("bodies of " + type.essence() + " are not judged");
  }
}
