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
/// @param payload absent when it is none that can be judged, such as an Avro schema
/// @param headers schemas that the headers keep, its own and those of its traits
/// @param key what the Kafka binding says of the record's key
/// @param examples of the payload
public record MessageSpec(
    String name,
    MediaType contentType,
    Optional<Schema> payload,
    List<Schema> headers,
    Optional<Schema> key,
    List<DocumentedExample> examples,
    Place place,
    String sourceLine) {
  public MessageSpec {
    headers = List.copyOf(headers);
    examples = List.copyOf(examples);
  }
}
