package dev.concordat.contracts.asyncapi;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// What the application of an AsyncAPI document does on a channel.
///
/// @param messages those it sends or receives, of the channel's
/// @param reply what answers it
public record ChannelOperation(
    String id,
    Action action,
    Channel channel,
    List<MessageSpec> messages,
    Optional<Reply> reply,
    List<SecurityUse> security,
    List<Binding> bindings,
    Place place,
    String sourceLine) {
  public ChannelOperation {
    messages = List.copyOf(messages);
    security = List.copyOf(security);
    bindings = List.copyOf(bindings);
  }

  /// Which way messages go, seen from the application.
  public enum Action {
    SEND,
    RECEIVE
  }
}
