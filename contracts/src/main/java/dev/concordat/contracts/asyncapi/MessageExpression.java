package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// A place in a message: `$message.header#/correlationId`, `$message.payload#/order/id` (AsyncAPI 3.0, Runtime Expression).
///
/// @param pointer a JSON Pointer, empty for the whole part
public record MessageExpression(Part part, String pointer) {
  private static final String PREFIX = "$message.";

  /// What of the message is meant.
  public enum Part {
    HEADER,
    PAYLOAD
  }

  /// The expression in a text; nothing for a text that is none.
  public static Optional<MessageExpression> parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String rest = text.substring(PREFIX.length());
    int hash = rest.indexOf('#');
    String part = hash < 0 ? rest : rest.substring(0, hash);
    String pointer = hash < 0 ? "" : rest.substring(hash + 1);
    if (Pointers.tokens(pointer).isEmpty()) {
      return Optional.empty();
    }
    return switch (part) {
      case "header" -> Optional.of(new MessageExpression(Part.HEADER, pointer));
      case "payload" -> Optional.of(new MessageExpression(Part.PAYLOAD, pointer));
      default -> Optional.empty();
    };
  }

  /// What stands there.
  ///
  /// @param payload the message's payload as a value, if it has one
  public Optional<JsonValue> in(MessageDelivery delivery, Optional<JsonValue> payload) {
    List<String> tokens = Pointers.tokens(pointer).orElseGet(List::of);
    return switch (part) {
      case PAYLOAD -> payload.flatMap(value -> follow(value, tokens));
      case HEADER ->
          tokens.size() == 1
              ? delivery.headers().stream()
                  .filter(header -> header.name().equalsIgnoreCase(tokens.getFirst()))
                  .map(Header::value)
                  .<JsonValue>map(JsonString::new)
                  .findFirst()
              : Optional.empty();
    };
  }

  private static Optional<JsonValue> follow(JsonValue from, List<String> tokens) {
    Optional<JsonValue> at = Optional.of(from);
    for (String token : tokens) {
      at = at.flatMap(value -> child(value, token));
    }
    return at;
  }

  private static Optional<JsonValue> child(JsonValue value, String token) {
    return switch (value) {
      case JsonObject object -> object.member(token);
      case JsonArray array when token.matches("0|[1-9][0-9]{0,8}") ->
          array.items().stream().skip(Integer.parseInt(token)).findFirst();
      default -> Optional.empty();
    };
  }

  /// Where breaches say that it is: `header:correlationId`, `/order/id`.
  String shownPointer() {
    return switch (part) {
      case HEADER -> "header:" + String.join("/", Pointers.tokens(pointer).orElseGet(List::of));
      case PAYLOAD -> pointer;
    };
  }

  @Override
  public String toString() {
    return PREFIX
        + part.name().toLowerCase(java.util.Locale.ROOT)
        + (pointer.isEmpty() ? "" : "#" + pointer);
  }
}
