package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      return switch (value) {
        case JsonString(String text) when this == CHARACTERS ->
            text.codePointCount(0, text.length());
        case JsonArray array when this == ITEMS -> array.items().size();
        case JsonObject object when this == MEMBERS -> object.members().size();
        default -> -1;
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
      implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      long size = measure.of(value);
      boolean holds = size < 0 || (isMaximum ? size <= limit : size >= limit);
      return holds || report(value, size, check);
    }

    private boolean report(JsonValue value, long size, Check check) {
      String wanted = (isMaximum ? "at most " : "at least ") + measure.phrase(limit);
      return check.fails(
          keyword,
          value,
          Violations.shown(value)
              + " has "
              + measure.phrase(size)
              + ", the contract wants "
              + wanted,
          wanted);
    }
  }
}
