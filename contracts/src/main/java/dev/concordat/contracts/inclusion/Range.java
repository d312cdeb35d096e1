package dev.concordat.contracts.inclusion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The numbers between two bounds, either of which may be missing or out of reach.
record Range(
    Optional<BigDecimal> min, boolean isMinOut, Optional<BigDecimal> max, boolean isMaxOut) {
  private static final BigDecimal WIDE = BigDecimal.valueOf(1_000);

  static Range of(List<Condition> conditions) {
    Range range = new Range(Optional.empty(), false, Optional.empty(), false);
    for (Condition condition : conditions) {
      range =
          switch (condition) {
            case Condition.AtLeast(BigDecimal bound, boolean isOut) -> range.from(bound, isOut);
            case Condition.AtMost(BigDecimal bound, boolean isOut) -> range.to(bound, isOut);
            default -> range;
          };
    }
    return range;
  }

  private Range from(BigDecimal bound, boolean isOut) {
    int order = min.map(bound::compareTo).orElse(1);
    boolean out = order == 0 ? isMinOut || isOut : isOut;
    return order < 0 ? this : new Range(Optional.of(bound), out, max, isMaxOut);
  }

  private Range to(BigDecimal bound, boolean isOut) {
    int order = max.map(bound::compareTo).orElse(-1);
    boolean out = order == 0 ? isMaxOut || isOut : isOut;
    return order > 0 ? this : new Range(min, isMinOut, Optional.of(bound), out);
  }

  boolean isEmpty() {
    if (min.isEmpty() || max.isEmpty()) {
      return false;
    }
    int order = min.get().compareTo(max.get());
    return order > 0 || (order == 0 && (isMinOut || isMaxOut));
  }

  boolean isPoint() {
    return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) == 0;
  }

  boolean contains(BigDecimal n) {
    boolean isAbove = min.isEmpty() || n.compareTo(min.get()) > (isMinOut ? 0 : -1);
    boolean isBelow = max.isEmpty() || n.compareTo(max.get()) < (isMaxOut ? 0 : 1);
    return isAbove && isBelow;
  }

  List<BigDecimal> bounds() {
    return Stream.concat(min.stream(), max.stream()).toList();
  }

  /// The lower bound; without one, something well below the upper.
  BigDecimal low() {
    return min.orElseGet(
        () -> max.map(n -> n.min(BigDecimal.ZERO)).orElse(BigDecimal.ZERO).subtract(WIDE));
  }

  BigDecimal high() {
    return max.orElseGet(
        () -> min.map(n -> n.max(BigDecimal.ZERO)).orElse(BigDecimal.ZERO).add(WIDE));
  }

  /// Whether 0 tells more than a number at a bound: between two bounds, or far from the only one.
  boolean prefersZero() {
    boolean isFar = bounds().stream().allMatch(bound -> bound.abs().compareTo(WIDE) > 0);
    return contains(BigDecimal.ZERO) && (isFar || (min.isPresent() && max.isPresent()));
  }

  /// Whether numbers are counted from the upper bound down: where there is no lower one, or it is farther from 0.
  boolean isDownwards() {
    return max.isPresent()
        && (min.isEmpty() || (max.get().signum() < 0 && max.get().compareTo(min.get()) > 0));
  }

  /// The multiple of a step, as a factor, from which on numbers are counted.
  BigInteger nearMultiple(BigDecimal step) {
    return (isDownwards() ? lastMultiple(step) : firstMultiple(step)).orElse(BigInteger.ZERO);
  }

  /// The last one that counts.
  Optional<BigInteger> farMultiple(BigDecimal step) {
    return isDownwards() ? firstMultiple(step) : lastMultiple(step);
  }

  private Optional<BigInteger> firstMultiple(BigDecimal step) {
    return min.map(
        bound -> {
          BigInteger factor = bound.divide(step, 0, RoundingMode.CEILING).toBigInteger();
          return isMinOut && isAt(bound, factor, step) ? factor.add(BigInteger.ONE) : factor;
        });
  }

  private Optional<BigInteger> lastMultiple(BigDecimal step) {
    return max.map(
        bound -> {
          BigInteger factor = bound.divide(step, 0, RoundingMode.FLOOR).toBigInteger();
          return isMaxOut && isAt(bound, factor, step) ? factor.subtract(BigInteger.ONE) : factor;
        });
  }

  private static boolean isAt(BigDecimal bound, BigInteger factor, BigDecimal step) {
    return new BigDecimal(factor).multiply(step).compareTo(bound) == 0;
  }
}
