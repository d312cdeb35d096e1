package dev.concordat.standin.wiremock.match;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.math.BigDecimal;
import java.util.Optional;

/// `greaterThanNumber` and the like.
record NumberCheck(String operator, BigDecimal expected) implements ValueCheck {
  static ValueCheck of(String operator, JsonObject written, ValueChecks checks) {
    Optional<BigDecimal> number =
        switch (written.member(operator).orElse(null)) {
          case JsonNumber digits when digits.isTame() -> Optional.of(digits.decimal());
          case JsonString(String text) -> number(text);
          case null, default -> Optional.empty();
        };
    return number
        .<ValueCheck>map(expected -> new NumberCheck(operator, expected))
        .orElseGet(() -> checks.never(operator + " needs a number"));
  }

  private static Optional<BigDecimal> number(String text) {
    String stripped = text.strip();
    return JsonNumber.isJsonNumber(stripped) && new JsonNumber(stripped).isTame()
        ? Optional.of(new BigDecimal(stripped))
        : Optional.empty();
  }

  @Override
  public boolean accepts(Subject subject) {
    return number(subject.text()).filter(actual -> isRight(actual.compareTo(expected))).isPresent();
  }

  private boolean isRight(int order) {
    return switch (operator) {
      case "greaterThanNumber" -> order > 0;
      case "greaterThanEqualNumber" -> order >= 0;
      case "lessThanNumber" -> order < 0;
      case "lessThanEqualNumber" -> order <= 0;
      default -> order == 0;
    };
  }
}
