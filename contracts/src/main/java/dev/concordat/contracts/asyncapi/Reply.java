package dev.concordat.contracts.asyncapi;

import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What answers the message of an operation.
///
/// @param address where the request says to which address the answer goes
/// @param channel on which it comes; its address may be open when the request names one
/// @param messages the answer is one of these
public record Reply(
    Optional<MessageExpression> address,
    Optional<Channel> channel,
    List<MessageSpec> messages,
    Sentence at) {
  public Reply {
    messages = List.copyOf(messages);
  }

  /// The address to which a request wants its answer: what it says itself, or else the channel's.
  ///
  /// @param payload the request's payload as a value
  public Optional<String> addressFor(MessageDelivery request, Optional<JsonValue> payload) {
    return address
        .flatMap(expression -> expression.in(request, payload))
        .map(value -> value instanceof JsonString(String text) ? text : value.toString())
        .or(() -> channel.flatMap(Channel::address).map(Address::text));
  }
}
