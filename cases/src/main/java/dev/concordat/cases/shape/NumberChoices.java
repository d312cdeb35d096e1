package dev.concordat.cases.shape;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Numbers at the ends of what is allowed, and those that programs change on the way.
final class NumberChoices {
  /// Beyond doubles, 32 and 64 bits, with a scale that has to stay, small, negative, with exponents.
  private static final List<String> SPECIAL =
      List.of(
          "0",
          "-1",
          "10.10",
          "9007199254740993",
          "2147483648",
          "0.1",
          "-0.01",
          "9223372036854775807",
          "9223372036854775808",
          "123456789012345678901234567890",
          "1e2",
          "0.000001",
          "1E-7",
          "-9223372036854775808",
          "1.0",
          "-0");

  private NumberChoices() {}

  static void addTo(List<Choice> choices, Facts facts) {
    BigDecimal step = facts.multipleOf().filter(s -> s.signum() > 0).orElse(BigDecimal.ONE);
    boolean isWhole = facts.types().contains("integer") && !facts.types().contains("number");
    BigDecimal small = isWhole || facts.multipleOf().isPresent() ? step : new BigDecimal("0.01");
    Optional<BigDecimal> low =
        facts.minimum().or(() -> facts.exclusiveMinimum().map(m -> m.add(small)));
    Optional<BigDecimal> high =
        facts.maximum().or(() -> facts.exclusiveMaximum().map(m -> m.subtract(small)));
    low.ifPresent(number -> choices.add(Choice.of("at its minimum", json(number))));
    high.ifPresent(number -> choices.add(Choice.of("at its maximum", json(number))));
    var near = new ArrayList<JsonValue>();
    low.ifPresent(number -> near.add(json(number.add(step))));
    high.ifPresent(number -> near.add(json(number.subtract(step))));
    choices.add(new Choice("near a bound", near));
    choices.add(
        new Choice(
            "unusual",
            Stream.concat(
                    SPECIAL.stream()
                        .filter(digits -> !isWhole || isPlain(digits))
                        .map(digits -> (JsonValue) new JsonNumber(digits)),
                    facts.multipleOf().stream()
                        .map(s -> json(s.multiply(BigDecimal.valueOf(1_000)))))
                .toList()));
  }

  /// Whole numbers that are written in another way are allowed and refused by many; of those nothing is to be learned.
  private static boolean isPlain(String digits) {
    return digits.chars().allMatch(c -> c == '-' || Character.isDigit(c)) && !digits.equals("-0");
  }

  private static JsonValue json(BigDecimal number) {
    return new JsonNumber(number.toPlainString());
  }
}
