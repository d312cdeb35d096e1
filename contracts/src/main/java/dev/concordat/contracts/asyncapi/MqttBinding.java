package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// MQTT's words (binding version 0.2.0), those of MQTT 5 included.
public sealed interface MqttBinding extends Binding {
  @Override
  default String protocol() {
    return "mqtt";
  }

  /// Of a server.
  record OfServer(
      Optional<String> clientId,
      boolean isCleanSession,
      Optional<LastWill> lastWill,
      Optional<Integer> keepAliveSeconds,
      Sentence at)
      implements MqttBinding {}

  /// What the broker publishes for a client that is gone.
  record LastWill(
      Optional<String> topic,
      Optional<Integer> qos,
      Optional<String> message,
      boolean isRetained) {}

  /// Of an operation.
  record OfOperation(
      Optional<Integer> qos,
      boolean isRetained,
      Optional<Integer> messageExpirySeconds,
      Sentence at)
      implements MqttBinding {}

  /// Of a message.
  ///
  /// @param responseTopic where the answer is wanted
  record OfMessage(
      Optional<Integer> payloadFormatIndicator,
      Optional<Schema> correlationData,
      Optional<String> contentType,
      Optional<Schema> responseTopicSchema,
      Optional<String> responseTopic,
      Sentence at)
      implements MqttBinding {}
}
