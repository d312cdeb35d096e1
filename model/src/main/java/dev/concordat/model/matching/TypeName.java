package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;

/// JSON values in messages: `'a' (String)`, `100 (Integer)`.
final class TypeName {
  private TypeName() {}

  static String of(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> "Null";
      case JsonBoolean ignored -> "Boolean";
      case JsonNumber number -> isWrittenAsInteger(number) ? "Integer" : "Decimal";
      case JsonString ignored -> "String";
      case JsonArray ignored -> "Array";
      case JsonObject ignored -> "Object";
    };
  }

  /// Whether the literal has neither a fraction nor an exponent.
  static boolean isWrittenAsInteger(JsonNumber number) {
    return number.digits().chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
  }

  static String show(JsonValue value) {
    return value instanceof JsonString(String text) ? "'" + text + "'" : value.toString();
  }

  static String withType(JsonValue value) {
    return show(value) + " (" + of(value) + ")";
  }

  /// The text that text rules look at: a string's content, anything else as JSON.
  static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}
