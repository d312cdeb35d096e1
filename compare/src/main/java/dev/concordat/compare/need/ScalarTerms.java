package dev.concordat.compare.need;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.MatchingRule;
import java.util.ArrayList;
import java.util.List;

/// What a matcher makes of a single value (Pact specification, versions 2 to 4).
final class ScalarTerms {
  /// The grammar of semver.org 2.0.0.
  private static final String SEMVER =
      "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"
          + "(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
          + "(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
          + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$";

  private final TextLanguages texts;

  ScalarTerms(TextLanguages texts) {
    this.texts = texts;
  }

  /// The values that a rule takes where the example is this one.
  Bounds of(MatchingRule rule, JsonValue expected, boolean isCascaded) {
    return switch (rule) {
      case MatchingRule.Equality() -> Bounds.exactly(Terms.one(expected));
      case MatchingRule.Values() -> isCascaded ? Bounds.ANY : Bounds.exactly(Terms.one(expected));
      case MatchingRule.Type type -> type(type, expected, isCascaded);
      case MatchingRule.Regex(String pattern) -> texts.matching(pattern);
      case MatchingRule.Include(String part) -> texts.including(part);
      case MatchingRule.Numeric(MatchingRule.Numeric.NumberKind kind) -> numeric(kind);
      case MatchingRule.Truth() -> truth();
      case MatchingRule.Null() -> Bounds.exactly(Terms.type("null"));
      case MatchingRule.Temporal temporal -> Moments.of(temporal, expected);
      case MatchingRule.NotEmpty() -> notEmpty();
      case MatchingRule.Semver() -> Bounds.exactly(Terms.pattern(SEMVER));
      case MatchingRule.ContentType ignored -> onlyExample(expected);
      case MatchingRule.StatusCode ignored -> onlyExample(expected);
      case MatchingRule.IgnoreOrder ignored -> Bounds.exactly(Terms.one(expected));
      case MatchingRule.EachKey ignored -> Bounds.ANY;
      case MatchingRule.EachValue ignored -> Bounds.ANY;
      case MatchingRule.ArrayContains ignored -> Bounds.ANY;
      case MatchingRule.Unknown ignored -> onlyExample(expected);
    };
  }

  /// Nothing is known but that the example is one of them.
  private static Bounds onlyExample(JsonValue expected) {
    return new Bounds(Terms.ANY, Terms.one(expected));
  }

  private static Bounds type(MatchingRule.Type rule, JsonValue expected, boolean isCascaded) {
    JsonObject schema = Terms.type(expected.type());
    if (!isCascaded && expected instanceof JsonArray) {
      schema = sized(schema, "Items", rule);
    }
    return Bounds.exactly(schema);
  }

  static JsonObject sized(JsonObject schema, String what, MatchingRule.Type rule) {
    JsonObject sized = schema;
    if (rule.min().isPresent()) {
      sized = sized.with("min" + what, Terms.number(rule.min().getAsInt()));
    }
    if (rule.max().isPresent()) {
      sized = sized.with("max" + what, Terms.number(rule.max().getAsInt()));
    }
    return sized;
  }

  /// How a number is written, `1.0` or `1`, is no part of its value.
  private static Bounds numeric(MatchingRule.Numeric.NumberKind kind) {
    return Bounds.exactly(
        switch (kind) {
          case NUMBER, DECIMAL -> Terms.type("number");
          case INTEGER -> Terms.type("integer");
        });
  }

  private static Bounds truth() {
    List<JsonValue> words = List.of(new JsonString("true"), new JsonString("false"));
    return Bounds.exactly(Terms.any(List.of(Terms.type("boolean"), Terms.among(words))));
  }

  private static Bounds notEmpty() {
    List<JsonValue> empty = new ArrayList<>();
    empty.add(JsonNull.NULL);
    empty.add(new JsonString(""));
    empty.add(new JsonArray(List.of()));
    empty.add(JsonObject.EMPTY);
    return Bounds.exactly(Terms.not(Terms.among(empty)));
  }

  /// Whether a value has no parts.
  static boolean isScalar(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> true;
      case JsonBoolean ignored -> true;
      case JsonNumber ignored -> true;
      case JsonString ignored -> true;
      case JsonArray ignored -> false;
      case JsonObject ignored -> false;
    };
  }
}
