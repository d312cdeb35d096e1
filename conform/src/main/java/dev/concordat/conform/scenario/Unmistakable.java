package dev.concordat.conform.scenario;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/// Values that no provider comes upon by itself: where one is read, it is the one that was sent.
final class Unmistakable {
  private static final String MARK = " as the client wrote it";
  private static final List<String> MOMENTS = List.of("2001-02-03T04:05:06Z", "2001-02-03");
  private static final String NUMBER = "7340033";

  private Unmistakable() {}

  /// One like the value, where the contract leaves that free; the value where it does not.
  static JsonValue like(JsonValue value, Schema schema) {
    return switch (value) {
      case JsonString(String text) -> accepted(texts(text), schema, value);
      case JsonNumber ignored -> accepted(Stream.of(new JsonNumber(NUMBER)), schema, value);
      default -> value;
    };
  }

  static boolean is(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> text.endsWith(MARK) || MOMENTS.contains(text);
      case JsonNumber(String digits) -> digits.equals(NUMBER);
      default -> false;
    };
  }

  private static Stream<JsonValue> texts(String text) {
    boolean isMoment = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
    Stream<String> moments = MOMENTS.stream();
    Stream<String> texts = isMoment ? moments : Stream.concat(Stream.of(text + MARK), moments);
    return texts.map(JsonString::new);
  }

  private static JsonValue accepted(Stream<JsonValue> others, Schema schema, JsonValue value) {
    return others
        .filter(other -> schema.accepts(other, Direction.RESPONSE))
        .findFirst()
        .orElse(value);
  }
}
