package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.asyncapi.KafkaBinding;
import dev.concordat.contracts.asyncapi.MessageSpec;
import java.util.List;
import java.util.Optional;

/// An operation as a stand-in plays it.
///
/// @param isSending whether it sends messages of its own accord, or takes those of others
public record Play(ChannelOperation operation, boolean isSending) {
  public String id() {
    return operation.id();
  }

  Channel channel() {
    return operation.channel();
  }

  List<MessageSpec> messages() {
    return operation.messages();
  }

  /// The topic as the contract has it, with its parameters in braces; a sentence where it is left open.
  public String shownTopic() {
    return channel()
        .kafkaTopic()
        .or(() -> channel().address().map(Object::toString))
        .orElse("a topic that is left open");
  }

  /// The topic, where it is the same for all messages.
  public Optional<String> fixedTopic() {
    return channel()
        .kafkaTopic()
        .or(
            () ->
                channel()
                    .address()
                    .filter(address -> address.parameterNames().isEmpty())
                    .map(Object::toString));
  }

  /// How many partitions the topic has, where the contract says it.
  public Optional<Integer> partitions() {
    return channel().bindings().stream()
        .filter(KafkaBinding.OfChannel.class::isInstance)
        .flatMap(binding -> ((KafkaBinding.OfChannel) binding).partitions().stream())
        .findFirst();
  }
}
