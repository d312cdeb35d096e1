package dev.concordat.standin.message;

import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.asyncapi.MessageContent;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.avro.AvroBinary;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.ValueMaker;
import java.util.List;
import java.util.Optional;

/// Makes payloads, keys and headers, and writes them.
final class Payloads {
  private final long seed;
  private final ValueMaker maker;
  private final ValueGenerator generator;

  Payloads(long seed) {
    this.seed = seed;
    this.maker = new ValueMaker(seed);
    this.generator = new ValueGenerator(seed);
  }

  /// A value in the plain form; nothing where none was found, or the schema's language is not known.
  Optional<JsonValue> make(MessageContent content, String path) {
    return switch (content) {
      case MessageContent.OfJson(Schema schema) ->
          maker.full(schema, path).or(() -> maker.least(schema, path));
      case MessageContent.OfAvro(AvroSchema schema) -> new AvroMaker(schema, seed).make(path);
      case MessageContent.Unjudged ignored -> Optional.empty();
    };
  }

  /// Headers that keep all schemas at once; nothing where none were found.
  Optional<JsonObject> headers(List<Schema> schemas, String path) {
    if (schemas.isEmpty()) {
      return Optional.of(JsonObject.EMPTY);
    }
    return generator
        .value(schemas, path, Size.FULL, Direction.NONE)
        .or(() -> generator.value(schemas, path, Size.MINIMAL, Direction.NONE))
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  /// A payload's bytes, as the message's media type wants them; nothing where it cannot be written so.
  static Optional<Bytes> written(MessageSpec message, JsonValue payload) {
    if (message.content().orElse(null) instanceof MessageContent.OfAvro(AvroSchema schema)) {
      Optional<Bytes> binary = AvroBinary.encode(schema, payload).bytes();
      return message.contentType().isJson()
          ? binary.flatMap(
              bytes ->
                  AvroBinary.decode(schema, bytes.toArray())
                      .value()
                      .map(JsonText::compact)
                      .map(Bytes::utf8))
          : binary;
    }
    if (message.content().orElse(null) instanceof MessageContent.Unjudged) {
      return Optional.empty();
    }
    if (message.contentType().isText()) {
      return isPlain(payload) ? Optional.of(Bytes.utf8(text(payload))) : Optional.empty();
    }
    return message.contentType().isJson()
        ? Optional.of(Bytes.utf8(JsonText.compact(payload)))
        : Optional.empty();
  }

  /// A key's bytes: texts and numbers as they are, anything else as JSON.
  static Optional<Bytes> writtenKey(Optional<MessageContent> content, JsonValue key) {
    return content.orElse(null) instanceof MessageContent.OfAvro(AvroSchema schema)
        ? AvroBinary.encode(schema, key).bytes()
        : Optional.of(Bytes.utf8(text(key)));
  }

  /// A value as a header or a key has it.
  static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : JsonText.compact(value);
  }

  private static boolean isPlain(JsonValue value) {
    return !(value instanceof JsonObject) && !(value instanceof JsonArray);
  }
}
