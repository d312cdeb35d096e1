package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schema's keywords, ready to run.
final class Compiled {
  private static final Keyword[] NONE = {};
  private static final Assertion[] NO_ASSERTIONS = {};

  private final Keyword[] keywords;
  // The same keywords again: assertions first, for they decide fastest.
  private final Assertion[] assertions;
  private final Keyword[] others;
  private final boolean asksForMarks;
  private final boolean allowsNull;
  private final References.@Nullable Ref reference;

  /// @param keywords in the order in which they are reported
  /// @param asksForMarks whether a keyword asks which members and items the others looked at
  /// @param allowsNull whether null is allowed whatever the keywords say
  Compiled(Keyword[] keywords, boolean asksForMarks, boolean allowsNull) {
    int count = 0;
    for (Keyword keyword : keywords) {
      count += keyword instanceof Assertion ? 1 : 0;
    }
    this.keywords = keywords;
    this.assertions = count == 0 ? NO_ASSERTIONS : new Assertion[count];
    this.others = count == keywords.length ? NONE : new Keyword[keywords.length - count];
    int assertion = 0;
    int other = 0;
    for (Keyword keyword : keywords) {
      if (keyword instanceof Assertion each) {
        assertions[assertion++] = each;
      } else {
        others[other++] = keyword;
      }
    }
    this.asksForMarks = asksForMarks;
    this.allowsNull = allowsNull;
    this.reference = keywords.length == 1 && keywords[0] instanceof References.Ref ref ? ref : null;
  }

  List<Keyword> keywords() {
    return Arrays.asList(keywords);
  }

  /// The reference, if the schema is nothing else.
  References.@Nullable Ref reference() {
    return reference;
  }

  /// Whether the value alone decides, without anything around it.
  boolean isPlain() {
    return others.length == 0;
  }

  /// Whether a value keeps a {@link #isPlain plain} schema.
  boolean holds(JsonValue value) {
    if (allowsNull && value == JsonNull.NULL) {
      return true;
    }
    for (Assertion assertion : assertions) {
      if (!assertion.holds(value)) {
        return false;
      }
    }
    return true;
  }

  boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (allowsNull && value == JsonNull.NULL) {
      return true;
    }
    Evaluated own = marks == null && asksForMarks ? new Evaluated() : marks;
    return check.reports() ? report(value, check, own) : decide(value, check, own);
  }

  private boolean decide(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (!holds(value)) {
      return false;
    }
    for (Keyword keyword : others) {
      if (!keyword.check(value, check, marks)) {
        return false;
      }
    }
    return true;
  }

  private boolean report(JsonValue value, Check check, @Nullable Evaluated marks) {
    boolean holds = true;
    for (Keyword keyword : keywords) {
      if (!holds && keyword.comesLast()) {
        // What a broken sentence did not look at is no second mistake.
        return false;
      }
      holds &= keyword.check(value, check, marks);
    }
    return holds;
  }
}
