package dev.concordat.model.json;

import java.math.BigDecimal;

/// A JSON number that keeps its digits: `10.10`, `1e400` and `-0` stay as written. Two numbers are equal as records when
/// they are *written* alike; {@link #sameValue} compares mathematically.
///
/// @param digits the literal, in JSON's grammar
public record JsonNumber(String digits) implements JsonValue {
  /// Beyond this many digits of exponent a number is compared by its text only, so `1e999999999` costs nothing.
  private static final int MAX_EXPONENT_DIGITS = 6;

  public JsonNumber {
    if (!isJsonNumber(digits)) {
      throw new IllegalArgumentException("not a JSON number: " + digits);
    }
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  public static JsonNumber of(BigDecimal value) {
    return new JsonNumber(value.toString());
  }

  /// Whether the text is a number in JSON's grammar (RFC 8259 section 6).
  public static boolean isJsonNumber(String text) {
    int length = text.length();
    int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    int intStart = at;
    at = digitsFrom(text, at);
    if (at == intStart || (text.charAt(intStart) == '0' && at - intStart > 1)) {
      return false;
    }
    if (at < length && text.charAt(at) == '.') {
      int start = at + 1;
      at = digitsFrom(text, start);
      if (at == start) {
        return false;
      }
    }
    if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int start = at + 1;
      if (start < length && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
        start++;
      }
      at = digitsFrom(text, start);
      if (at == start) {
        return false;
      }
    }
    return at == length;
  }

  private static int digitsFrom(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /// Whether the exponent is small enough that {@link #decimal()} is cheap to compute with.
  public boolean isTame() {
    int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
    return e < 0 || digits.length() - e - 1 <= MAX_EXPONENT_DIGITS;
  }

  /// The exact value. Arithmetic on numbers that are not {@link #isTame tame} may be slow or overflow the scale.
  public BigDecimal decimal() {
    return new BigDecimal(digits);
  }

  /// Whether the value is mathematically an integer, so `1.0` and `1e2` are (JSON Schema 2020-12, section 6.1.1).
  public boolean isInteger() {
    boolean plain = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
    return plain || (isTame() && decimal().stripTrailingZeros().scale() <= 0);
  }

  /// Whether both numbers have the same mathematical value: `1.0` and `1` do.
  public boolean sameValue(JsonNumber other) {
    return digits.equals(other.digits)
        || (isTame() && other.isTame() && decimal().compareTo(other.decimal()) == 0);
  }

  @Override
  public String type() {
    return "number";
  }

  @Override
  public String toString() {
    return digits;
  }
}
