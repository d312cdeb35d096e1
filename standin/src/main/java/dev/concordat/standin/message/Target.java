package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.MessageSpec;
import java.util.List;
import java.util.Optional;

/// Where a message goes.
///
/// @param operation the id of the operation that sends it, or answers with it
/// @param messages it is one of these
/// @param topic where it is known before
record Target(
    String operation, Channel channel, List<MessageSpec> messages, Optional<String> topic) {
  Target {
    messages = List.copyOf(messages);
  }

  List<String> names() {
    return messages.stream().map(MessageSpec::name).distinct().toList();
  }
}
