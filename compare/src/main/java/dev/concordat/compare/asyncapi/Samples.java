package dev.concordat.compare.asyncapi;

import dev.concordat.compare.avro.AvroSamples;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.CorrelationId;
import dev.concordat.contracts.asyncapi.MessageContent;
import dev.concordat.contracts.asyncapi.MessageExpression;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Makes small messages that keep a sender's contract.
final class Samples {
  private static final JsonString CORRELATION = new JsonString("c1");

  private final Inclusions inclusions;
  private final Reading reading;

  Samples(Findings findings) {
    this.inclusions = findings.inclusions();
    this.reading = findings.policies().sender();
  }

  /// A message; nothing where no payload or headers could be made.
  Optional<Sample> of(Channel channel, MessageSpec message) {
    String address = Addresses.example(channel);
    Optional<JsonObject> headers = headers(message);
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    Optional<Sample> sample =
        switch (message.content().orElse(null)) {
          case MessageContent.OfJson(Schema schema) ->
              inclusions
                  .witnessOf(schema, reading, Direction.NONE)
                  .map(payload -> plain(address, headers.get(), payload));
          case MessageContent.OfAvro(AvroSchema schema) ->
              AvroSamples.least(schema).map(data -> avro(address, headers.get(), data));
          case MessageContent.Unjudged ignored -> Optional.empty();
          case null -> Optional.of(plain(address, headers.get(), JsonObject.EMPTY));
        };
    return sample.map(each -> correlated(keyed(each, message), message));
  }

  private static Sample plain(String address, JsonObject headers, JsonValue payload) {
    return new Sample(address, headers, Optional.empty(), payload, Optional.empty());
  }

  private static Sample avro(String address, JsonObject headers, WitnessMessage.Encoded data) {
    Bytes bytes = data.bytes();
    return new Sample(address, headers, Optional.empty(), data.sent(), Optional.of(bytes));
  }

  private Optional<JsonObject> headers(MessageSpec message) {
    if (message.headers().isEmpty()) {
      return Optional.of(JsonObject.EMPTY);
    }
    return inclusions.meet(message.headers(), reading, Direction.NONE)
                instanceof Meeting.Value(JsonValue value)
            && value instanceof JsonObject headers
        ? Optional.of(headers)
        : Optional.empty();
  }

  private Sample keyed(Sample sample, MessageSpec message) {
    return message
        .key()
        .flatMap(schema -> inclusions.witnessOf(schema, reading, Direction.NONE))
        .map(sample::withKey)
        .orElse(sample);
  }

  /// With the id by which it is told which other message it belongs to, where its schema leaves that open.
  private static Sample correlated(Sample sample, MessageSpec message) {
    Optional<MessageExpression> location = message.correlationId().map(CorrelationId::location);
    if (location.isEmpty()
        || location.get().in(sample.delivery(), Optional.of(sample.payload())).isPresent()) {
      return sample;
    }
    List<String> tokens = Pointers.tokens(location.get().pointer()).orElseGet(List::of);
    if (tokens.isEmpty()) {
      return sample;
    }
    return switch (location.get().part()) {
      case HEADER -> sample.withHeaders(sample.headers().with(tokens.getFirst(), CORRELATION));
      case PAYLOAD ->
          sample.bytes().isPresent() ? sample : sample.withPayload(with(sample.payload(), tokens));
    };
  }

  private static JsonValue with(JsonValue value, List<String> tokens) {
    if (tokens.isEmpty()) {
      return value == JsonNull.NULL ? CORRELATION : value;
    }
    JsonObject object = value instanceof JsonObject there ? there : JsonObject.EMPTY;
    JsonValue inner = object.member(tokens.getFirst()).orElse(JsonNull.NULL);
    return object.with(tokens.getFirst(), with(inner, tokens.subList(1, tokens.size())));
  }
}
