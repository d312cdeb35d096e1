package dev.concordat.contracts.asyncapi;

import dev.concordat.model.place.Place;
import java.util.List;

/// What the application of an AsyncAPI document does on a channel.
///
/// @param messages those it sends or receives, of the channel's
public record ChannelOperation(
    String id,
    Action action,
    Channel channel,
    List<MessageSpec> messages,
    Place place,
    String sourceLine) {
  public ChannelOperation {
    messages = List.copyOf(messages);
  }

  /// Which way messages go, seen from the application.
  public enum Action {
    SEND,
    RECEIVE
  }
}
