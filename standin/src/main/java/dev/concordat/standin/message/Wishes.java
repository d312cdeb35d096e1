package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.MessageExpression;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders with more in them.
final class Wishes {
  private Wishes() {}

  /// With members of the payload; those that were asked for before count.
  static Order with(Order order, JsonObject members) {
    JsonObject all =
        dev.concordat.standin.service.MergePatch.merged(
            members, order.with().orElse(JsonObject.EMPTY));
    return copy(order, Optional.of(all), order.headers());
  }

  /// With the topic at which the answer is wanted.
  static Order replyAt(Order order, MessageExpression location, String topic) {
    List<String> tokens = Pointers.tokens(location.pointer()).orElseGet(List::of);
    if (tokens.isEmpty()) {
      return order;
    }
    return switch (location.part()) {
      case HEADER -> {
        Map<String, String> headers = new HashMap<>(order.headers());
        headers.putIfAbsent(tokens.getFirst(), topic);
        yield copy(order, order.with(), headers);
      }
      case PAYLOAD -> with(order, nested(tokens, topic));
    };
  }

  private static JsonObject nested(List<String> tokens, String topic) {
    return tokens.size() == 1
        ? JsonObject.EMPTY.with(tokens.getFirst(), new JsonString(topic))
        : JsonObject.EMPTY.with(tokens.getFirst(), nested(tokens.subList(1, tokens.size()), topic));
  }

  private static Order copy(Order order, Optional<JsonObject> with, Map<String, String> headers) {
    return new Order(
        order.operation(),
        order.message(),
        order.example(),
        order.isDynamic(),
        order.parameters(),
        order.topic(),
        order.payload(),
        with,
        headers,
        order.key());
  }
}
