package dev.concordat.contracts.asyncapi;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// A channel of an AsyncAPI document.
///
/// @param name its key in the document
/// @param address absent when the document leaves it open
public record Channel(
    String name,
    Optional<Address> address,
    List<MessageSpec> messages,
    Place place,
    String sourceLine) {
  public Channel {
    messages = List.copyOf(messages);
  }
}
