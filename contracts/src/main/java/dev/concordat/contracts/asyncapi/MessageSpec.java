package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// A documented message.
///
/// @param name its key on the channel, or its own name
/// @param content what its payload looks like
/// @param headers schemas that the headers keep, its own and those of its traits
/// @param correlationId where it says which message it belongs to
/// @param examples of the payload
/// @param wholeExamples the same with their headers, and those that have headers only
public record MessageSpec(
    String name,
    MediaType contentType,
    Optional<MessageContent> content,
    List<Schema> headers,
    Optional<CorrelationId> correlationId,
    List<Binding> bindings,
    List<DocumentedExample> examples,
    List<MessageExample> wholeExamples,
    Place place,
    String sourceLine) {
  public MessageSpec {
    headers = List.copyOf(headers);
    bindings = List.copyOf(bindings);
    examples = List.copyOf(examples);
    wholeExamples = List.copyOf(wholeExamples);
  }

  /// The payload's JSON Schema; nothing where it has none or is written in another language.
  public Optional<Schema> payload() {
    return content.flatMap(MessageSpec::json);
  }

  /// What the Kafka binding says of the record's key.
  public Optional<MessageContent> keyContent() {
    return bindings.stream()
        .filter(KafkaBinding.OfMessage.class::isInstance)
        .flatMap(binding -> ((KafkaBinding.OfMessage) binding).key().stream())
        .findFirst();
  }

  /// The JSON Schema of the record's key in Kafka.
  public Optional<Schema> key() {
    return keyContent().flatMap(MessageSpec::json);
  }

  private static Optional<Schema> json(MessageContent content) {
    return content instanceof MessageContent.OfJson(Schema schema)
        ? Optional.of(schema)
        : Optional.empty();
  }
}
