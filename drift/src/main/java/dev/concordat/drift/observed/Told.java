package dev.concordat.drift.observed;

import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;

/// Values in sentences.
final class Told {
  private static final int MAX_SHOWN = 80;

  private Told() {}

  static String shortened(JsonValue value) {
    return shortened(JsonText.compact(value));
  }

  static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  /// `a string`, `an object`, `null`.
  static String type(JsonValue value) {
    return switch (value.type()) {
      case "null" -> "null";
      case "array", "object" -> "an " + value.type();
      default -> "a " + value.type();
    };
  }
}
