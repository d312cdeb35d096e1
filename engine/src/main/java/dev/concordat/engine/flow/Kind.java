package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Kinds of values that a matcher can ask for.
public enum Kind {
  STRING("string", JsonString.class::isInstance),
  NUMBER("number", JsonNumber.class::isInstance),
  INTEGER("integer", value -> value instanceof JsonNumber number && number.isInteger()),
  BOOLEAN("boolean", JsonBoolean.class::isInstance),
  NULL("null", value -> value == JsonNull.NULL),
  ARRAY("array", JsonArray.class::isInstance),
  OBJECT("object", JsonObject.class::isInstance),
  UUID("uuid", matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
  EMAIL("email", matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")),
  URI("uri", matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+")),
  DATE("date", matches("\\d{4}-\\d{2}-\\d{2}")),
  DATE_TIME("date-time", value -> Instants.of(value).isPresent()),
  EMPTY("empty", Kind::isEmpty);

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // The predicates keep no state.
  private final Predicate<JsonValue> test;

  Kind(String word, Predicate<JsonValue> test) {
    this.word = word;
    this.test = test;
  }

  String word() {
    return word;
  }

  boolean isKindOf(JsonValue value) {
    return test.test(value);
  }

  static Optional<Kind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).toList();
  }

  private static Predicate<JsonValue> matches(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return value -> value instanceof JsonString(String text) && pattern.matcher(text).matches();
  }

  private static boolean isEmpty(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> text.isEmpty();
      case JsonArray(List<JsonValue> items) -> items.isEmpty();
      case JsonObject object -> object.members().isEmpty();
      default -> false;
    };
  }
}
