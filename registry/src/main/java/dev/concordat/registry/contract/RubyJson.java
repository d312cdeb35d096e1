package dev.concordat.registry.contract;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/// JSON text as Ruby's generator writes it. The names of contents in the Pact dialect are digests of such text, so a content
/// has the same name here and in a Pact Broker only if every character is the same.
final class RubyJson {
  // Ruby writes floats with an exponent from here on, and below 10^-4.
  private static final int FIRST_EXPONENT = 16;
  private static final int LAST_SMALL_EXPONENT = -5;

  private final StringBuilder out = new StringBuilder();

  private RubyJson() {}

  static String text(JsonValue value) {
    RubyJson json = new RubyJson();
    json.append(value);
    return json.out.toString();
  }

  private void append(JsonValue value) {
    switch (value) {
      case JsonNull _ -> out.append("null");
      case JsonBoolean(boolean bool) -> out.append(bool);
      case JsonNumber number -> out.append(number(number));
      case JsonString(String text) -> quote(text);
      case JsonArray(var items) -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          append(items.get(i));
        }
        out.append(']');
      }
      case JsonObject object -> {
        out.append('{');
        for (int i = 0; i < object.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          quote(object.nameAt(i));
          out.append(':');
          append(object.valueAt(i));
        }
        out.append('}');
      }
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        default -> {
          if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /// Integers keep their digits; everything with a point or an exponent is a double to Ruby.
  private static String number(JsonNumber number) {
    String digits = number.digits();
    if (digits.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E')) {
      return digits.equals("-0") ? "0" : digits;
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      return digits;
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    BigInteger unscaled = shortest.unscaledValue();
    String figures = unscaled.toString();
    int exponent = figures.length() - 1 - shortest.scale();
    String sign = value < 0 ? "-" : "";
    if (exponent >= FIRST_EXPONENT || exponent <= LAST_SMALL_EXPONENT) {
      String rest = figures.length() == 1 ? "0" : figures.substring(1);
      return sign
          + figures.charAt(0)
          + "."
          + rest
          + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
    String plain = shortest.toPlainString();
    return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
  }
}
