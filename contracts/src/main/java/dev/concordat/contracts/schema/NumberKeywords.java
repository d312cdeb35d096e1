package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Bounds of numbers, compared by their digits.
final class NumberKeywords {
  private static final int MAX_LONG_DIGITS = 18;

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
                    plain(source.value().toString()),
                    source.value().toString(),
                    side,
                    exclusive));
  }

  /// The limit as a machine integer, if it is a short one: nearly every limit there is.
  private static OptionalLong plain(String written) {
    return written.length() <= MAX_LONG_DIGITS
            && Decimal.isWrittenAsInteger(new JsonNumber(written))
        ? OptionalLong.of(Long.parseLong(written))
        : OptionalLong.empty();
  }

  static Optional<Keyword> multipleOf(KeywordSource source) {
    Optional<Decimal> divisor = source.number().filter(number -> number.sign() > 0);
    return divisor.isEmpty()
        ? source.value() instanceof ScalarNode ? source.wrong("a number above 0") : Optional.empty()
        : Optional.of(new MultipleOf(divisor.get(), source.value().toString()));
  }

  /// @param side 1 if values must be above the limit, -1 if below
  private record Bound(
      String keyword,
      Decimal limit,
      OptionalLong plainLimit,
      String written,
      int side,
      boolean exclusive)
      implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonNumber number)) {
        return true;
      }
      int order = side * Integer.signum(compare(number));
      return (exclusive ? order > 0 : order >= 0) || report(value, check);
    }

    private int compare(JsonNumber number) {
      String digits = number.digits();
      return plainLimit.isPresent()
              && digits.length() <= MAX_LONG_DIGITS
              && Decimal.isWrittenAsInteger(number)
          ? Long.compare(Long.parseLong(digits), plainLimit.getAsLong())
          : Decimal.of(number).compareTo(limit);
    }

    private boolean report(JsonValue value, Check check) {
      String wanted =
          exclusive
              ? (side > 0 ? "more than " : "less than ") + written
              : (side > 0 ? "at least " : "at most ") + written;
      return check.fails(
          keyword,
          value,
          Violations.shown(value)
              + (side > 0 ? " is too small" : " is too large")
              + ", the contract wants "
              + wanted,
          wanted);
    }
  }

  private record MultipleOf(Decimal divisor, String written) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      return !(value instanceof JsonNumber number)
          || Decimal.of(number).isMultipleOf(divisor)
          || check.fails(
              "multipleOf",
              value,
              Violations.shown(value)
                  + " is not a multiple, the contract wants multiples of "
                  + written,
              "a multiple of " + written);
    }
  }
}
