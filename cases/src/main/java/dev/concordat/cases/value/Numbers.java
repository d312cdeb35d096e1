package dev.concordat.cases.value;

import dev.concordat.model.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/// Makes numbers within bounds.
final class Numbers {
  /// How far above its smallest value a number is chosen, so that it stays plausible.
  private static final int SPREAD = 20;

  private Numbers() {}

  static Optional<JsonNumber> integer(Facts facts, Size size, Dice dice) {
    BigDecimal step = facts.multipleOf().map(BigDecimal::stripTrailingZeros).orElse(BigDecimal.ONE);
    return onGrid(facts, size, dice, step.scale() > 0 ? BigDecimal.ONE : step);
  }

  /// Amounts have two decimals unless the contract wants others.
  static Optional<JsonNumber> number(Facts facts, Size size, Dice dice) {
    if (facts.multipleOf().isPresent()) {
      return onGrid(facts, size, dice, facts.multipleOf().get());
    }
    return onGrid(facts, size, dice, BigDecimal.ONE)
        .map(number -> size == Size.FULL ? withDecimals(facts, number, dice) : number)
        .or(() -> onGrid(facts, size, dice, new BigDecimal("0.01")))
        .or(() -> middle(facts));
  }

  private static JsonNumber withDecimals(Facts facts, JsonNumber number, Dice dice) {
    BigDecimal more = number.decimal().add(BigDecimal.valueOf(1 + dice.below(99), 2));
    boolean fits = upper(facts).map(top -> more.compareTo(top) < 0).orElse(true);
    return fits ? JsonNumber.of(more) : number;
  }

  private static Optional<JsonNumber> middle(Facts facts) {
    Optional<BigDecimal> low = lower(facts);
    Optional<BigDecimal> high = upper(facts);
    return low.isPresent() && high.isPresent()
        ? Optional.of(JsonNumber.of(low.get().add(high.get()).divide(BigDecimal.TWO)))
        : Optional.empty();
  }

  private static Optional<BigDecimal> lower(Facts facts) {
    return larger(facts.minimum(), facts.exclusiveMinimum());
  }

  private static Optional<BigDecimal> upper(Facts facts) {
    Optional<BigDecimal> a = facts.maximum();
    Optional<BigDecimal> b = facts.exclusiveMaximum();
    return a.isPresent() && b.isPresent() ? Optional.of(a.get().min(b.get())) : a.or(() -> b);
  }

  private static Optional<BigDecimal> larger(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isPresent() && b.isPresent() ? Optional.of(a.get().max(b.get())) : a.or(() -> b);
  }

  /// A multiple of the step within the bounds: the smallest, or one a little above it. Without a lower bound, from 1.
  private static Optional<JsonNumber> onGrid(Facts facts, Size size, Dice dice, BigDecimal step) {
    if (step.signum() <= 0) {
      return Optional.empty();
    }
    Optional<BigInteger> last = lastStep(facts, step);
    BigInteger first =
        firstStep(facts, step)
            .orElseGet(() -> last.map(l -> l.min(BigInteger.ONE)).orElse(BigInteger.ONE));
    BigInteger end = first.add(BigInteger.valueOf(SPREAD));
    BigInteger top = last.map(end::min).orElse(end);
    if (top.compareTo(first) < 0) {
      return Optional.empty();
    }
    BigInteger chosen = size == Size.MINIMAL ? first : dice.between(first, top);
    BigDecimal value = new BigDecimal(chosen).multiply(step);
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    return Optional.of(new JsonNumber(plain.toPlainString()));
  }

  private static Optional<BigInteger> firstStep(Facts facts, BigDecimal step) {
    Optional<BigInteger> inclusive =
        facts.minimum().map(min -> min.divide(step, 0, RoundingMode.CEILING).toBigInteger());
    Optional<BigInteger> exclusive =
        facts
            .exclusiveMinimum()
            .map(min -> min.divide(step, 0, RoundingMode.FLOOR).toBigInteger())
            .map(floor -> floor.add(BigInteger.ONE));
    return inclusive.isPresent() && exclusive.isPresent()
        ? Optional.of(inclusive.get().max(exclusive.get()))
        : inclusive.or(() -> exclusive);
  }

  private static Optional<BigInteger> lastStep(Facts facts, BigDecimal step) {
    Optional<BigInteger> inclusive =
        facts.maximum().map(max -> max.divide(step, 0, RoundingMode.FLOOR).toBigInteger());
    Optional<BigInteger> exclusive =
        facts
            .exclusiveMaximum()
            .map(max -> max.divide(step, 0, RoundingMode.CEILING).toBigInteger())
            .map(ceiling -> ceiling.subtract(BigInteger.ONE));
    return inclusive.isPresent() && exclusive.isPresent()
        ? Optional.of(inclusive.get().min(exclusive.get()))
        : inclusive.or(() -> exclusive);
  }
}
