package dev.concordat.standin.answer;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.ValueMaker;
import java.util.Optional;

/// Bodies of documented media types: an example that keeps its schema, else a made value.
public final class Bodies {
  private final ValueMaker maker;

  public Bodies(ValueMaker maker) {
    this.maker = maker;
  }

  /// The value that is documented or made; nothing when none was found that the schema accepts.
  ///
  /// @param path names the value's use
  public Optional<JsonValue> value(MediaTypeSpec content, String path) {
    return content.examples().stream()
        .filter(example -> keeps(content, example))
        .filter(example -> isWritable(content, example.value()))
        .findFirst()
        .map(DocumentedExample::value)
        .or(() -> shown(content))
        .or(() -> made(content, path));
  }

  /// An example that is written in the schema itself.
  private static Optional<JsonValue> shown(MediaTypeSpec content) {
    return content
        .schema()
        .flatMap(
            schema ->
                schema.view().examples().stream()
                    .filter(value -> schema.accepts(value, Direction.RESPONSE))
                    .filter(value -> isWritable(content, value))
                    .findFirst());
  }

  /// Names of members may be none of XML, as addresses of mail are.
  private static boolean isWritable(MediaTypeSpec content, JsonValue value) {
    return !content.mediaType().isXml() || BodyEncoder.encode(content, value).isPresent();
  }

  private Optional<JsonValue> made(MediaTypeSpec content, String path) {
    Optional<Schema> schema = content.schema();
    return schema.isEmpty()
        ? Optional.of(new JsonString(""))
        : maker.full(schema.get(), path).or(() -> maker.least(schema.get(), path));
  }

  /// The named example; nothing when there is none of this name.
  public Optional<DocumentedExample> example(MediaTypeSpec content, String name) {
    return content.examples().stream().filter(example -> example.name().equals(name)).findFirst();
  }

  /// Whether an example is one that may be sent.
  public static boolean keeps(MediaTypeSpec content, DocumentedExample example) {
    boolean isJudged = content.mediaType().isJson() || content.mediaType().isRange();
    return !isJudged
        || content
            .schema()
            .map(schema -> schema.accepts(example.value(), Direction.RESPONSE))
            .orElse(true);
  }

  /// A value as it is sent. What its media type has no form for is sent as text.
  public BodyEncoder.Encoded encoded(Negotiation.Choice choice, JsonValue value) {
    MediaTypeSpec spec = choice.spec();
    var concrete =
        new MediaTypeSpec(
            choice.type(),
            spec.schema(),
            spec.itemSchema(),
            spec.examples(),
            spec.encodings(),
            spec.written());
    return BodyEncoder.encode(concrete, value)
        .orElseGet(
            () ->
                new BodyEncoder.Encoded(
                    choice.type().toString(),
                    Bytes.utf8(
                        value instanceof JsonString(String text) ? text : value.toString())));
  }
}
