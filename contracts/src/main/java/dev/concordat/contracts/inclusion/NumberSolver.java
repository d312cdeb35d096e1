package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Numbers: a range, what they are multiples of, and what they are not.
final class NumberSolver implements KindSolver {
  /// Most multiples that are tried one by one.
  private static final int MAX_TRIED = 2_000;

  /// Widest spread of digits that is computed with, in digits.
  private static final int MAX_SCALE = 400;

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public Outcome solve(List<Condition> conditions, Predicate<JsonValue> accepts) {
    Optional<Outcome> finite =
        Finite.solve(conditions, value -> fits(value, conditions) && accepts.test(value));
    if (finite.isPresent()) {
      return finite.get();
    }
    Range range = Range.of(conditions);
    List<BigDecimal> steps = steps(conditions, true);
    if (range.isEmpty()) {
      return Outcome.NONE;
    }
    if (isTooWide(range, conditions)) {
      return new Outcome.Unknown("numbers of very different size");
    }
    return steps.isEmpty()
        ? dense(range, conditions, accepts)
        : lattice(
            range,
            steps.stream().reduce(NumberSolver::commonMultiple).orElseThrow(),
            conditions,
            accepts);
  }

  private static boolean isTooWide(Range range, List<Condition> conditions) {
    var all = new ArrayList<BigDecimal>(range.bounds());
    all.addAll(steps(conditions, true));
    all.addAll(steps(conditions, false));
    return all.stream()
        .anyMatch(n -> Math.abs((long) n.scale()) > MAX_SCALE || n.precision() > MAX_SCALE);
  }

  static List<BigDecimal> steps(List<Condition> conditions, boolean isPositive) {
    var steps = new ArrayList<BigDecimal>();
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Multiple(BigDecimal step, boolean positive)
          && positive == isPositive) {
        steps.add(step);
      }
    }
    return steps;
  }

  static BigDecimal commonMultiple(BigDecimal a, BigDecimal b) {
    int scale = Math.max(Math.max(a.scale(), b.scale()), 0);
    BigInteger x = a.setScale(scale).unscaledValue();
    BigInteger y = b.setScale(scale).unscaledValue();
    return new BigDecimal(x.divide(x.gcd(y)).multiply(y), scale);
  }

  private Outcome lattice(
      Range range, BigDecimal step, List<Condition> conditions, Predicate<JsonValue> accepts) {
    List<BigDecimal> refused = steps(conditions, false);
    for (BigDecimal each : refused) {
      if (step.remainder(each).signum() == 0) {
        return Outcome.NONE;
      }
    }
    // What is refused comes back after a period, so one period decides, and the values that are
    // excluded by name.
    BigDecimal period = step;
    for (BigDecimal each : refused) {
      period = commonMultiple(period, each);
    }
    BigDecimal wanted =
        period
            .divide(step, 0, RoundingMode.UNNECESSARY)
            .add(BigDecimal.valueOf(excluded(conditions) + 1L));
    BigInteger first = range.nearMultiple(step);
    Optional<BigInteger> last = range.farMultiple(step);
    BigInteger direction = range.isDownwards() ? BigInteger.ONE.negate() : BigInteger.ONE;
    if (range.prefersZero() && fits(Values.number(BigDecimal.ZERO), conditions)) {
      JsonValue zero = Values.number(BigDecimal.ZERO);
      if (accepts.test(zero)) {
        return new Outcome.Found(zero);
      }
    }
    boolean wasRefused = false;
    for (int i = 0; i < MAX_TRIED; i++) {
      BigInteger factor = first.add(direction.multiply(BigInteger.valueOf(i)));
      boolean isBeyond =
          last.filter(end -> factor.compareTo(end) == direction.signum()).isPresent();
      if (isBeyond || BigDecimal.valueOf(i).compareTo(wanted) > 0) {
        return wasRefused ? new Outcome.Unknown("numbers with a format") : Outcome.NONE;
      }
      JsonValue value = Values.number(new BigDecimal(factor).multiply(step));
      if (fits(value, conditions)) {
        if (accepts.test(value)) {
          return new Outcome.Found(value);
        }
        wasRefused = true;
      }
    }
    return new Outcome.Unknown("too many multiples of " + step.toPlainString());
  }

  private Outcome dense(Range range, List<Condition> conditions, Predicate<JsonValue> accepts) {
    boolean wasRefused = false;
    for (BigDecimal candidate : candidates(range)) {
      JsonValue value = Values.number(candidate);
      if (fits(value, conditions)) {
        if (accepts.test(value)) {
          return new Outcome.Found(value);
        }
        wasRefused = true;
      }
    }
    boolean isPoint = range.isPoint();
    return isPoint && !wasRefused
        ? Outcome.NONE
        : new Outcome.Unknown("numbers that are hard to find");
  }

  /// Zero where no bound is near it, then the bounds and the whole numbers beside them, then numbers between with more and
  /// more digits.
  private static Set<BigDecimal> candidates(Range range) {
    var all = new LinkedHashSet<BigDecimal>();
    if (range.prefersZero()) {
      all.add(BigDecimal.ZERO);
    }
    if (!range.isDownwards()) {
      range.min().ifPresent(low -> near(low.setScale(0, RoundingMode.CEILING), 1, all));
    }
    range.max().ifPresent(high -> near(high.setScale(0, RoundingMode.FLOOR), -1, all));
    range.min().ifPresent(low -> near(low.setScale(0, RoundingMode.CEILING), 1, all));
    near(BigDecimal.ZERO, 1, all);
    all.add(new BigDecimal("0.5"));
    all.addAll(range.bounds());
    BigDecimal low = range.low();
    BigDecimal high = range.high();
    BigDecimal part = high.subtract(low);
    for (int i = 0; i < 24; i++) {
      part = part.multiply(new BigDecimal(i % 2 == 0 ? "0.5" : "0.3"));
      all.add(low.add(part));
      all.add(high.subtract(part));
    }
    all.removeIf(each -> !range.contains(each));
    return all;
  }

  private static void near(BigDecimal from, int direction, Set<BigDecimal> all) {
    for (int i = 0; i <= 4; i++) {
      all.add(from.add(BigDecimal.valueOf((long) direction * i)));
    }
  }

  private static int excluded(List<Condition> conditions) {
    int count = 0;
    for (Condition condition : conditions) {
      count += condition instanceof Condition.Among among ? among.values().size() : 0;
    }
    return count;
  }

  /// Whether the number keeps the conditions that can be computed.
  private static boolean fits(JsonValue value, List<Condition> conditions) {
    if (!(value instanceof JsonNumber number) || !number.isTame()) {
      return true;
    }
    BigDecimal n = number.decimal();
    for (Condition condition : conditions) {
      boolean holds =
          switch (condition) {
            case Condition.AtLeast(BigDecimal bound, boolean exclusive) ->
                n.compareTo(bound) > (exclusive ? 0 : -1);
            case Condition.AtMost(BigDecimal bound, boolean exclusive) ->
                n.compareTo(bound) < (exclusive ? 0 : 1);
            case Condition.Multiple(BigDecimal step, boolean positive) ->
                (n.remainder(step).signum() == 0) == positive;
            case Condition.Among(Set<JsonValue> values, boolean positive) ->
                values.contains(value) == positive;
            default -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
