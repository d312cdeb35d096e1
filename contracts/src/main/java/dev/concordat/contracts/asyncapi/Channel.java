package dev.concordat.contracts.asyncapi;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// A channel of an AsyncAPI document.
///
/// @param name its key in the document
/// @param address absent when the document leaves it open
/// @param protocols those of the servers that it names, as written: `kafka`; empty where it names none and is on all
public record Channel(
    String name,
    Optional<Address> address,
    List<ChannelParameter> parameters,
    List<String> protocols,
    List<MessageSpec> messages,
    List<Binding> bindings,
    Place place,
    String sourceLine) {
  public Channel {
    parameters = List.copyOf(parameters);
    protocols = List.copyOf(protocols);
    messages = List.copyOf(messages);
    bindings = List.copyOf(bindings);
  }

  /// The topic where it is not the address: what the Kafka binding says.
  public Optional<String> kafkaTopic() {
    return bindings.stream()
        .filter(KafkaBinding.OfChannel.class::isInstance)
        .flatMap(binding -> ((KafkaBinding.OfChannel) binding).topic().stream())
        .findFirst();
  }

  /// Whether messages of the topic are this channel's.
  public boolean isAt(String topic) {
    return kafkaTopic().filter(topic::equals).isPresent()
        || address.filter(a -> a.matches(topic)).isPresent();
  }
}
