package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The types that `type` can name.
public enum JsonType {
  NULL("null"),
  BOOLEAN("a boolean"),
  INTEGER("an integer"),
  NUMBER("a number"),
  STRING("a string"),
  ARRAY("an array"),
  OBJECT("an object");

  private static final Map<String, Optional<JsonType>> BY_KEYWORD =
      Stream.of(values()).collect(Collectors.toMap(JsonType::keyword, Optional::of));

  private final String keyword = name().toLowerCase(Locale.ROOT);
  private final String phrase;

  JsonType(String phrase) {
    this.phrase = phrase;
  }

  /// As `type` spells it.
  public String keyword() {
    return keyword;
  }

  /// With its article, for messages.
  String phrase() {
    return phrase;
  }

  static Optional<JsonType> named(String keyword) {
    return BY_KEYWORD.getOrDefault(keyword, Optional.empty());
  }

  /// Whether the value is of this type.
  ///
  /// @param fractionless whether 1.0 is an integer
  boolean holds(JsonValue value, boolean fractionless) {
    return switch (this) {
      case NULL -> value == JsonNull.NULL;
      case BOOLEAN -> value instanceof JsonBoolean;
      case INTEGER -> value instanceof JsonNumber number && isInteger(number, fractionless);
      case NUMBER -> value instanceof JsonNumber;
      case STRING -> value instanceof JsonString;
      case ARRAY -> value instanceof JsonArray;
      case OBJECT -> value instanceof JsonObject;
    };
  }

  private static boolean isInteger(JsonNumber number, boolean fractionless) {
    return Decimal.isWrittenAsInteger(number) || (fractionless && Decimal.of(number).isInteger());
  }

  /// What the value is, with an article.
  static String phraseOf(JsonValue value) {
    return named(value.type()).orElseThrow().phrase();
  }
}
