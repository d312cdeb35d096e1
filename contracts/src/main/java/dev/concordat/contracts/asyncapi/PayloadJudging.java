package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.avro.AvroJudge;
import dev.concordat.contracts.avro.AvroPlain;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Reads payloads as values, whatever they are written in.
final class PayloadJudging {
  private PayloadJudging() {}

  /// The payload as a value, in the plain form; nothing where it cannot be read.
  static Optional<JsonValue> value(MessageSpec message, Bytes bytes) {
    if (bytes.isCut()) {
      return Optional.empty();
    }
    return message.content().orElse(null) instanceof MessageContent.OfAvro(AvroSchema schema)
        ? avro(schema, message.contentType(), bytes)
            .value()
            .map(value -> AvroPlain.of(schema, value))
        : JsonParser.parse(bytes.toArray()).value();
  }

  /// Where a payload breaks its Avro schema.
  static List<Breach> breaches(AvroSchema schema, MessageSpec message, Bytes bytes) {
    return avro(schema, message.contentType(), bytes).verdict().breaches(message.name());
  }

  /// Documents often say JSON for all messages and mean the value, not its encoding: what is no JSON may be binary.
  private static AvroJudge.Judged avro(AvroSchema schema, MediaType type, Bytes bytes) {
    var judge = new AvroJudge(schema);
    if (!type.isJson()) {
      return judge.judge(bytes.toArray());
    }
    AvroJudge.Judged json = judge.judgeJson(bytes.toArray());
    if (json.value().isPresent()) {
      return json;
    }
    AvroJudge.Judged binary = judge.judge(bytes.toArray());
    return binary.verdict().isFit() ? binary : json;
  }
}
