package dev.concordat.standin.wiremock.match;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;

/// Numbers of JSON as WireMock shows them, which keeps them as Java's: `10.10` is `10.1`.
public final class JavaNumbers {
  private JavaNumbers() {}

  /// The value as text; numbers with fractions lose what a `double` loses.
  public static String shown(JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      return value.toString();
    }
    String digits = number.digits();
    boolean isPlain = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
    return isPlain ? digits : Double.toString(Double.parseDouble(digits));
  }
}
