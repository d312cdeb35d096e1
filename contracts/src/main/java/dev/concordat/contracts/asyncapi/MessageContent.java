package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;

/// What a payload or a key looks like, in the language in which its schema is written.
public sealed interface MessageContent {
  /// A JSON Schema, or what OpenAPI and AsyncAPI made of it.
  record OfJson(Schema schema) implements MessageContent {}

  /// An Avro schema: binary or JSON, as the content type says.
  record OfAvro(AvroSchema schema) implements MessageContent {}

  /// A schema in another language, which is named and not judged.
  ///
  /// @param format as the document names it: `application/vnd.google.protobuf;version=3`
  /// @param written the schema as it stands there
  record Unjudged(String format, JsonValue written, Sentence at) implements MessageContent {}
}
