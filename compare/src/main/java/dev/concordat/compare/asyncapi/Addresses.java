package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.Address;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelParameter;
import java.util.Optional;

/// The addresses of channels: what they are called, which are the same, and one that a message may have.
final class Addresses {
  private Addresses() {}

  /// Whether the document says where it is.
  static boolean isKnown(Channel channel) {
    return channel.kafkaTopic().isPresent() || channel.address().isPresent();
  }

  /// As people call it.
  static String shown(Channel channel) {
    return channel
        .kafkaTopic()
        .or(() -> channel.address().map(Address::text))
        .orElse(channel.name());
  }

  /// The same for two addresses that differ only in the names of their parameters.
  static String key(Channel channel) {
    if (channel.kafkaTopic().isPresent()) {
      return channel.kafkaTopic().get();
    }
    return channel.address().map(Addresses::unnamed).orElseGet(() -> "channel " + channel.name());
  }

  private static String unnamed(Address address) {
    String text = address.text();
    for (String name : address.parameterNames()) {
      text = text.replace("{" + name + "}", "{}");
    }
    return text;
  }

  /// A topic of the channel; each parameter has one of its values.
  static String example(Channel channel) {
    if (channel.kafkaTopic().isPresent() || channel.address().isEmpty()) {
      return shown(channel);
    }
    String text = channel.address().get().text();
    for (String name : channel.address().get().parameterNames()) {
      text = text.replace("{" + name + "}", value(channel, name));
    }
    return text;
  }

  private static String value(Channel channel, String name) {
    Optional<ChannelParameter> parameter =
        channel.parameters().stream().filter(each -> each.name().equals(name)).findFirst();
    return parameter
        .flatMap(each -> each.values().stream().findFirst().or(each::defaultValue))
        .orElse(name);
  }
}
