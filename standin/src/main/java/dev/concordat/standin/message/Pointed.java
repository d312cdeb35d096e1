package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.MessageExpression;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Values at places of messages (AsyncAPI 3.0, Runtime Expression).
final class Pointed {
  private Pointed() {}

  /// What stands in headers or a payload.
  static Optional<JsonValue> in(
      MessageExpression location, JsonObject headers, Optional<JsonValue> payload) {
    List<String> tokens = tokens(location);
    return switch (location.part()) {
      case HEADER -> tokens.size() == 1 ? member(headers, tokens.getFirst()) : Optional.empty();
      case PAYLOAD -> payload.flatMap(value -> follow(value, tokens));
    };
  }

  /// The headers with a text at the place; the same where the place is not in headers.
  static JsonObject headersWith(MessageExpression location, JsonObject headers, JsonValue value) {
    List<String> tokens = tokens(location);
    boolean isHere = location.part() == MessageExpression.Part.HEADER && tokens.size() == 1;
    return isHere ? headers.with(tokens.getFirst(), new JsonString(Payloads.text(value))) : headers;
  }

  /// The payload with a value at the place; the same where the place is not in payloads, or leads through no object.
  static JsonValue payloadWith(MessageExpression location, JsonValue payload, JsonValue value) {
    return location.part() == MessageExpression.Part.PAYLOAD
        ? with(payload, tokens(location), value)
        : payload;
  }

  private static JsonValue with(JsonValue at, List<String> tokens, JsonValue value) {
    if (tokens.isEmpty() || !(at instanceof JsonObject object)) {
      return at;
    }
    String name = tokens.getFirst();
    if (tokens.size() == 1) {
      return object.with(name, value);
    }
    JsonValue inner = object.member(name).orElse(JsonObject.EMPTY);
    return object.with(name, with(inner, tokens.subList(1, tokens.size()), value));
  }

  private static Optional<JsonValue> member(JsonObject headers, String name) {
    return headers.members().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(java.util.Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<JsonValue> follow(JsonValue from, List<String> tokens) {
    Optional<JsonValue> at = Optional.of(from);
    for (String token : tokens) {
      at =
          at.flatMap(
              value ->
                  switch (value) {
                    case JsonObject object -> object.member(token);
                    case JsonArray array when token.matches("0|[1-9][0-9]{0,8}") ->
                        array.items().stream().skip(Integer.parseInt(token)).findFirst();
                    default -> Optional.empty();
                  });
    }
    return at;
  }

  private static List<String> tokens(MessageExpression location) {
    return Pointers.tokens(location.pointer()).orElseGet(List::of);
  }
}
