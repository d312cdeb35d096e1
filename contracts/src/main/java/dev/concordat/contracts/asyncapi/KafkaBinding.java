package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Kafka's words (binding version 0.5.0).
public sealed interface KafkaBinding extends Binding {
  @Override
  default String protocol() {
    return "kafka";
  }

  /// Of a server.
  record OfServer(
      Optional<String> schemaRegistryUrl, Optional<String> schemaRegistryVendor, Sentence at)
      implements KafkaBinding {}

  /// Of a channel.
  ///
  /// @param topic where it is not the channel's address
  /// @param configuration of the topic, by its keys in Kafka: `cleanup.policy`
  record OfChannel(
      Optional<String> topic,
      Optional<Integer> partitions,
      Optional<Integer> replicas,
      Map<String, JsonValue> configuration,
      Sentence at)
      implements KafkaBinding {
    public OfChannel {
      configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    }
  }

  /// Of an operation.
  record OfOperation(Optional<Schema> groupId, Optional<Schema> clientId, Sentence at)
      implements KafkaBinding {}

  /// Of a message.
  ///
  /// @param schemaIdLocation `header` or `payload`
  record OfMessage(
      Optional<MessageContent> key,
      Optional<String> schemaIdLocation,
      Optional<String> schemaIdPayloadEncoding,
      Optional<String> schemaLookupStrategy,
      Sentence at)
      implements KafkaBinding {}
}
