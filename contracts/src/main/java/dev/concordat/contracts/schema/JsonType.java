package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// The types that `type` can name.
public enum JsonType {
  NULL("null"),
  BOOLEAN("a boolean"),
  INTEGER("an integer"),
  NUMBER("a number"),
  STRING("a string"),
  ARRAY("an array"),
  OBJECT("an object");

  private final String phrase;

  JsonType(String phrase) {
    this.phrase = phrase;
  }

  /// As `type` spells it.
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// With its article, for messages.
  String phrase() {
    return phrase;
  }

  static Optional<JsonType> named(String keyword) {
    for (JsonType type : values()) {
      if (type.keyword().equals(keyword)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// Whether the value is of this type.
  ///
  /// @param fractionless whether 1.0 is an integer
  boolean holds(JsonValue value, boolean fractionless) {
    if (this == INTEGER && value instanceof JsonNumber number) {
      return fractionless
          ? Decimal.of(number).isInteger()
          : number.digits().chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    }
    return value.type().equals(keyword());
  }

  /// What the value is, with an article.
  static String phraseOf(JsonValue value) {
    return named(value.type()).orElseThrow().phrase();
  }
}
