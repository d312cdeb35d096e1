package dev.concordat.standin.message;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// A message that keeps its contract and can be sent.
///
/// @param operation the id of the operation that sends it, or answers with it
/// @param message its documented name
/// @param origin where its values are from, for people: `example tea`
/// @param payload what its value says, in the plain form
/// @param value absent for a message that deletes what its key names
/// @param correlation by which it is told which other message it belongs to
public record Draft(
    String operation,
    String message,
    String origin,
    String topic,
    Optional<Bytes> key,
    Optional<Bytes> value,
    List<Header> headers,
    Optional<JsonValue> payload,
    Optional<JsonValue> correlation) {
  public Draft {
    headers = List.copyOf(headers);
  }
}
