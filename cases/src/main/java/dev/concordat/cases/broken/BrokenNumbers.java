package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Breaks the bounds of numbers by the nearest number beyond them.
final class BrokenNumbers {
  private static final List<String> LOWER = List.of("minimum", "exclusiveMinimum");
  private static final List<String> UPPER = List.of("maximum", "exclusiveMaximum");

  private BrokenNumbers() {}

  static List<Attempt> of(Facts facts, JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      return List.of();
    }
    BigDecimal step = facts.multipleOf().filter(s -> s.signum() > 0).orElse(BigDecimal.ONE);
    var attempts = new ArrayList<Attempt>();
    beyond(facts.minimum(), facts.exclusiveMinimum(), step.negate())
        .map(options -> options.map(v -> option("below its minimum", v)).toList())
        .ifPresent(options -> attempts.add(new Attempt(LOWER, "", options)));
    beyond(facts.maximum(), facts.exclusiveMaximum(), step)
        .map(options -> options.map(v -> option("above its maximum", v)).toList())
        .ifPresent(options -> attempts.add(new Attempt(UPPER, "", options)));
    facts
        .multipleOf()
        .filter(s -> s.signum() > 0)
        .ifPresent(s -> attempts.add(Attempt.of("multipleOf", between(s, number))));
    return attempts;
  }

  private static Option option(String what, BigDecimal number) {
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    var value = new JsonNumber(plain.toPlainString());
    return new Option(what + " (" + value + ")", value);
  }

  /// An exclusive bound is broken by itself, an inclusive one by the next step.
  private static Optional<Stream<BigDecimal>> beyond(
      Optional<BigDecimal> inclusive, Optional<BigDecimal> exclusive, BigDecimal step) {
    if (exclusive.isPresent()) {
      return exclusive.map(bound -> Stream.of(bound, bound.add(step)));
    }
    return inclusive.map(bound -> Stream.of(bound.add(step), next(bound, step)));
  }

  private static BigDecimal next(BigDecimal bound, BigDecimal step) {
    BigDecimal whole =
        bound.setScale(0, step.signum() < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
    return whole.add(BigDecimal.valueOf(step.signum()));
  }

  private static List<Option> between(BigDecimal step, JsonNumber value) {
    BigDecimal half = step.divide(BigDecimal.TWO);
    return Stream.of(value.decimal().add(BigDecimal.ONE), value.decimal().add(half))
        .map(number -> option("not a multiple of " + step.toPlainString(), number))
        .toList();
  }
}
