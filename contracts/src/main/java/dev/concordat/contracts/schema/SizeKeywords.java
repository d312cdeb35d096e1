package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Lengths of strings, in code points, and sizes of arrays and objects.
final class SizeKeywords {
  private SizeKeywords() {}

  private enum Measure {
    CHARACTERS("character", "characters"),
    ITEMS("item", "items"),
    MEMBERS("member", "members");

    private final String one;
    private final String many;

    Measure(String one, String many) {
      this.one = one;
      this.many = many;
    }

    /// The value's size, or -1 for a value that has none of this kind.
    long of(JsonValue value) {
      return switch (this) {
        case CHARACTERS ->
            value instanceof JsonString(String text) ? text.codePointCount(0, text.length()) : -1;
        case ITEMS -> value instanceof JsonArray array ? array.items().size() : -1;
        case MEMBERS -> value instanceof JsonObject object ? object.size() : -1;
      };
    }

    String phrase(long count) {
      return count + " " + (count == 1 ? one : many);
    }
  }

  static Optional<Keyword> minLength(KeywordSource source) {
    return bound(source, Measure.CHARACTERS, false);
  }

  static Optional<Keyword> maxLength(KeywordSource source) {
    return bound(source, Measure.CHARACTERS, true);
  }

  static Optional<Keyword> minItems(KeywordSource source) {
    return bound(source, Measure.ITEMS, false);
  }

  static Optional<Keyword> maxItems(KeywordSource source) {
    return bound(source, Measure.ITEMS, true);
  }

  static Optional<Keyword> minProperties(KeywordSource source) {
    return bound(source, Measure.MEMBERS, false);
  }

  static Optional<Keyword> maxProperties(KeywordSource source) {
    return bound(source, Measure.MEMBERS, true);
  }

  private static Optional<Keyword> bound(KeywordSource source, Measure measure, boolean isMaximum) {
    return source.size().map(limit -> new Bound(source.keyword(), measure, limit, isMaximum));
  }

  private record Bound(String keyword, Measure measure, long limit, boolean isMaximum)
      implements Assertion {
    @Override
    public boolean holds(JsonValue value) {
      long size = measure.of(value);
      return size < 0 || (isMaximum ? size <= limit : size >= limit);
    }

    @Override
    public void explain(JsonValue value, Check check) {
      String wanted = (isMaximum ? "at most " : "at least ") + measure.phrase(limit);
      check.fails(
          keyword,
          value,
          Violations.shown(value)
              + " has "
              + measure.phrase(measure.of(value))
              + ", the contract wants "
              + wanted,
          wanted);
    }
  }
}
