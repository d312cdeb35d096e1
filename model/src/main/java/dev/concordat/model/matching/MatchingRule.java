package dev.concordat.model.matching;

import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How an actual value is compared with the expected one. The names are those of the Pact specification.
public sealed interface MatchingRule {
  /// The name it has in a pact file.
  String name();

  /// Equal; the default, also used to stop a rule from cascading.
  record Equality() implements MatchingRule {
    @Override
    public String name() {
      return "equality";
    }
  }

  /// The whole text form of the value matches.
  record Regex(String pattern) implements MatchingRule {
    @Override
    public String name() {
      return "regex";
    }
  }

  /// The same type, and a collection's size in bounds.
  record Type(OptionalInt min, OptionalInt max) implements MatchingRule {
    /// Without bounds.
    public static final Type PLAIN = new Type(OptionalInt.empty(), OptionalInt.empty());

    /// What is wrong with a collection of that size; its text form is for the message.
    public Optional<String> failureForSize(int size, String shown) {
      return Sizes.check(min, max, size, shown);
    }

    @Override
    public String name() {
      return "type";
    }
  }

  /// The text form contains this.
  record Include(String value) implements MatchingRule {
    @Override
    public String name() {
      return "include";
    }
  }

  /// A number as its kind says.
  record Numeric(NumberKind kind) implements MatchingRule {
    /// Which numbers.
    public enum NumberKind {
      NUMBER,
      INTEGER,
      DECIMAL
    }

    @Override
    public String name() {
      return switch (kind) {
        case NUMBER -> "number";
        case INTEGER -> "integer";
        case DECIMAL -> "decimal";
      };
    }
  }

  /// `true` or `false`, also as a string.
  record Truth() implements MatchingRule {
    @Override
    public String name() {
      return "boolean";
    }
  }

  /// The JSON literal `null`.
  record Null() implements MatchingRule {
    @Override
    public String name() {
      return "null";
    }
  }

  /// Text in a date and time format.
  record Temporal(TemporalKind kind, String format) implements MatchingRule {
    /// What the format is for, and what holds when none is given.
    public enum TemporalKind {
      DATE("date", "yyyy-MM-dd"),
      TIME("time", "HH:mm:ss"),
      DATETIME("datetime", "yyyy-MM-dd'T'HH:mm:ssXXX");

      private final String label;
      private final String format;

      TemporalKind(String label, String format) {
        this.label = label;
        this.format = format;
      }
    }

    /// The format, or the kind's own where none was written.
    public String effectiveFormat() {
      return format.isEmpty() ? kind.format : format;
    }

    @Override
    public String name() {
      return kind.label;
    }
  }

  /// A map's values match, whatever its keys.
  record Values() implements MatchingRule {
    @Override
    public String name() {
      return "values";
    }
  }

  /// Every key of a map satisfies the rules.
  record EachKey(List<MatchingRule> rules) implements MatchingRule {
    public EachKey {
      rules = List.copyOf(rules);
    }

    @Override
    public String name() {
      return "eachKey";
    }
  }

  /// Every value of a collection satisfies the rules.
  record EachValue(List<MatchingRule> rules) implements MatchingRule {
    public EachValue {
      rules = List.copyOf(rules);
    }

    @Override
    public String name() {
      return "eachValue";
    }
  }

  /// Every variant is found somewhere in the list.
  record ArrayContains(List<Variant> variants) implements MatchingRule {
    public ArrayContains {
      variants = List.copyOf(variants);
    }

    /// The expected item at `index`, with the rules that apply to it alone.
    public record Variant(int index, RuleSet rules) {}

    @Override
    public String name() {
      return "arrayContains";
    }
  }

  /// Equal items in any order, and the size in bounds.
  record IgnoreOrder(OptionalInt min, OptionalInt max) implements MatchingRule {
    @Override
    public String name() {
      return "ignore-order";
    }
  }

  /// Not null, not empty.
  record NotEmpty() implements MatchingRule {
    @Override
    public String name() {
      return "notEmpty";
    }
  }

  /// A semantic version (semver.org 2.0.0).
  record Semver() implements MatchingRule {
    @Override
    public String name() {
      return "semver";
    }
  }

  /// Bytes whose content looks like this media type.
  record ContentType(String mediaType) implements MatchingRule {
    @Override
    public String name() {
      return "contentType";
    }
  }

  /// A response status of a class, or one of a list.
  record StatusCode(StatusClass statusClass, List<Integer> codes) implements MatchingRule {
    public StatusCode {
      codes = List.copyOf(codes);
    }

    @Override
    public String name() {
      return "statusCode";
    }
  }

  /// A matcher that is not known, kept as written: nothing is checked.
  record Unknown(String name, JsonObject attributes) implements MatchingRule {}
}
