package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bounds of numbers, compared by their digits.
final class NumberKeywords {
  private NumberKeywords() {}

  static Optional<Keyword> minimum(KeywordSource source) {
    return bound(source, 1, isExclusive(source, "exclusiveMinimum"));
  }

  static Optional<Keyword> maximum(KeywordSource source) {
    return bound(source, -1, isExclusive(source, "exclusiveMaximum"));
  }

  static Optional<Keyword> exclusiveMinimum(KeywordSource source) {
    return source.dialect().hasBooleanBounds() ? Optional.empty() : bound(source, 1, true);
  }

  static Optional<Keyword> exclusiveMaximum(KeywordSource source) {
    return source.dialect().hasBooleanBounds() ? Optional.empty() : bound(source, -1, true);
  }

  private static boolean isExclusive(KeywordSource source, String sibling) {
    return source.dialect().hasBooleanBounds() && Names.isTrue(source.object(), sibling);
  }

  private static Optional<Keyword> bound(KeywordSource source, int side, boolean exclusive) {
    return source
        .number()
        .map(
            limit ->
                new Bound(
                    source.keyword(),
                    limit,
                    Scaled.of(source.value().toString()),
                    source.value().toString(),
                    side,
                    exclusive));
  }

  static Optional<Keyword> multipleOf(KeywordSource source) {
    Optional<Decimal> divisor = source.number().filter(number -> number.sign() > 0);
    return divisor.isEmpty()
        ? source.value() instanceof ScalarNode ? source.wrong("a number above 0") : Optional.empty()
        : Optional.of(
            new MultipleOf(
                divisor.get(), Scaled.of(source.value().toString()), source.value().toString()));
  }

  /// @param side 1 if values must be above the limit, -1 if below
  private record Bound(
      String keyword,
      Decimal limit,
      @Nullable Scaled plainLimit,
      String written,
      int side,
      boolean exclusive)
      implements Assertion {
    @Override
    public boolean holds(JsonValue value) {
      if (!(value instanceof JsonNumber number)) {
        return true;
      }
      int order = side * Integer.signum(compare(number));
      return exclusive ? order > 0 : order >= 0;
    }

    private int compare(JsonNumber number) {
      if (plainLimit != null) {
        int order = plainLimit.orderOf(number.digits());
        if (order != Scaled.UNKNOWN) {
          return order;
        }
      }
      return Decimal.of(number).compareTo(limit);
    }

    @Override
    public void explain(JsonValue value, Check check) {
      String wanted =
          exclusive
              ? (side > 0 ? "more than " : "less than ") + written
              : (side > 0 ? "at least " : "at most ") + written;
      check.fails(
          keyword,
          value,
          Violations.shown(value)
              + (side > 0 ? " is too small" : " is too large")
              + ", the contract wants "
              + wanted,
          wanted);
    }
  }

  private record MultipleOf(Decimal divisor, @Nullable Scaled plainDivisor, String written)
      implements Assertion {
    @Override
    public boolean holds(JsonValue value) {
      if (!(value instanceof JsonNumber number)) {
        return true;
      }
      if (plainDivisor != null) {
        int remainder = plainDivisor.signOfRemainder(number.digits());
        if (remainder != Scaled.UNKNOWN) {
          return remainder == 0;
        }
      }
      return Decimal.of(number).isMultipleOf(divisor);
    }

    @Override
    public void explain(JsonValue value, Check check) {
      check.fails(
          "multipleOf",
          value,
          Violations.shown(value)
              + " is not a multiple, the contract wants multiples of "
              + written,
          "a multiple of " + written);
    }
  }
}
