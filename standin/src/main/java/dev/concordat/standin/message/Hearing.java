package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.MessageSpec;
import java.util.List;
import java.util.Optional;

/// What is listened to: a channel whose messages an operation takes, or the answers to what it sends.
///
/// @param openTopic where the answers come, when the message that asks names the topic
record Hearing(
    Play play,
    Channel channel,
    List<MessageSpec> messages,
    Optional<String> openTopic,
    boolean isReply) {
  Hearing {
    messages = List.copyOf(messages);
  }

  boolean hears(String topic) {
    return openTopic.map(topic::equals).orElseGet(() -> channel.isAt(topic));
  }
}
