package dev.concordat.contracts.asyncapi;

import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// AMQP 0-9-1's words (binding version 0.3.0).
public sealed interface AmqpBinding extends Binding {
  @Override
  default String protocol() {
    return "amqp";
  }

  /// Of a channel.
  ///
  /// @param isQueue whether the channel is a queue; otherwise messages are routed by a key
  record OfChannel(boolean isQueue, Optional<Exchange> exchange, Optional<Queue> queue, Sentence at)
      implements AmqpBinding {}

  /// An exchange.
  ///
  /// @param type `topic`, `direct`, `fanout`, `default` or `headers`
  record Exchange(
      String name,
      Optional<String> type,
      boolean isDurable,
      boolean isDeletedUnused,
      String vhost) {}

  /// A queue.
  record Queue(
      String name, boolean isDurable, boolean isExclusive, boolean isDeletedUnused, String vhost) {}

  /// Of an operation.
  ///
  /// @param expirationMillis how long a message lives
  record OfOperation(
      Optional<Integer> expirationMillis,
      Optional<String> userId,
      List<String> cc,
      List<String> bcc,
      Optional<Integer> priority,
      Optional<Integer> deliveryMode,
      boolean isMandatory,
      boolean hasTimestamp,
      boolean isAcknowledged,
      Sentence at)
      implements AmqpBinding {
    public OfOperation {
      cc = List.copyOf(cc);
      bcc = List.copyOf(bcc);
    }
  }

  /// Of a message.
  record OfMessage(Optional<String> contentEncoding, Optional<String> messageType, Sentence at)
      implements AmqpBinding {}
}
