package dev.concordat.standin.message;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// What is asked of one message.
///
/// @param operation the id of the operation that sends it
/// @param message the name of one of its messages
/// @param example the name of a documented example
/// @param isDynamic whether its values are made, where examples are documented too
/// @param parameters of the channel's address
/// @param topic the whole address, where the channel leaves it open
/// @param payload in place of any other; null is a message without a value
/// @param with members that its payload has, laid over what it would have (RFC 7396)
/// @param headers that it has, beside what it would have
/// @param key in place of any other
public record Order(
    String operation,
    Optional<String> message,
    Optional<String> example,
    boolean isDynamic,
    Map<String, String> parameters,
    Optional<String> topic,
    Optional<JsonValue> payload,
    Optional<JsonObject> with,
    Map<String, String> headers,
    Optional<JsonValue> key) {
  public Order {
    parameters = Map.copyOf(parameters);
    headers = Map.copyOf(headers);
  }

  /// The operation's next message, as its contract has it.
  public static Order next(String operation) {
    return new Order(
        operation,
        Optional.empty(),
        Optional.empty(),
        false,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }
}
