package dev.concordat.standin.kafka;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.message.Order;
import dev.concordat.standin.wish.Wish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked for as JSON: `{"operation": "confirm", "example": "tea", "count": 3}`.
///
/// @param count how many messages are wanted
record OrderText(Order order, int count) {
  /// More at once are asked for by several requests.
  private static final int MAX_COUNT = 10_000;

  private static final List<String> NAMES =
      List.of(
          "operation",
          "message",
          "example",
          "dynamic",
          "parameters",
          "topic",
          "payload",
          "with",
          "headers",
          "key",
          "count");

  /// @param wish what the request prefers; the body counts before it
  /// @throws IllegalArgumentException with a sentence for people
  static OrderText read(JsonObject written, Wish wish) {
    for (String name : written.members().keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("there is no '" + name + "', but " + NAMES);
      }
    }
    if (wish.code().isPresent()) {
      throw new IllegalArgumentException("messages have no status: prefer an example, or dynamic");
    }
    boolean isDynamic = written.member("dynamic").equals(Optional.of(JsonBoolean.of(true)));
    Optional<String> example = text(written, "example").or(wish::example);
    return new OrderText(
        new Order(
            text(written, "operation")
                .orElseThrow(
                    () -> new IllegalArgumentException("name the operation: {\"operation\": …}")),
            text(written, "message"),
            example,
            example.isEmpty() && (isDynamic || wish.isDynamic()),
            texts(written, "parameters"),
            text(written, "topic"),
            written.member("payload"),
            object(written, "with"),
            texts(written, "headers"),
            written.member("key").filter(key -> !(key instanceof JsonNull))),
        count(written));
  }

  private static int count(JsonObject written) {
    JsonValue value = written.member("count").orElse(JsonNumber.of(1));
    if (value instanceof JsonNumber number && number.digits().matches("[0-9]{1,5}")) {
      int count = Integer.parseInt(number.digits());
      if (count >= 1 && count <= MAX_COUNT) {
        return count;
      }
    }
    throw new IllegalArgumentException("'count' is a whole number from 1 to " + MAX_COUNT);
  }

  private static Optional<JsonObject> object(JsonObject written, String name) {
    return written
        .member(name)
        .map(
            value -> {
              if (value instanceof JsonObject object) {
                return object;
              }
              throw new IllegalArgumentException("'" + name + "' is an object");
            });
  }

  private static Map<String, String> texts(JsonObject written, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(written, name)
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach(
            (key, value) ->
                texts.put(key, value instanceof JsonString(String text) ? text : value.toString()));
    return texts;
  }

  private static Optional<String> text(JsonObject written, String name) {
    return written
        .member(name)
        .map(
            value -> {
              if (value instanceof JsonString(String text)) {
                return text;
              }
              throw new IllegalArgumentException("'" + name + "' is a text");
            });
  }
}
