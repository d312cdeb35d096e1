package dev.concordat.model.matching;

import dev.concordat.model.json.JsonNumber;
import java.util.Optional;
import java.util.function.Supplier;

/// Rules on text: headers, query parameters, form fields, paths, XML. Numbers and booleans may be in string form there.
final class TextRules {
  private final PatternEngine patterns;

  TextRules(PatternEngine patterns) {
    this.patterns = patterns;
  }

  Optional<String> check(MatchingRule rule, String expected, String actual, boolean isCascaded) {
    return switch (rule) {
      case MatchingRule.Equality() ->
          unless(
              expected.equals(actual),
              () -> String.format("Expected '%s' to be equal to '%s'", actual, expected));
      case MatchingRule.Regex(String pattern) -> regex(pattern, actual);
      case MatchingRule.Type ignored -> Optional.empty();
      case MatchingRule.Include(String part) ->
          unless(
              actual.contains(part),
              () -> String.format("Expected '%s' to include '%s'", actual, part));
      case MatchingRule.Numeric(MatchingRule.Numeric.NumberKind kind) -> numeric(kind, actual);
      case MatchingRule.Truth() ->
          unless(
              actual.equals("true") || actual.equals("false"),
              () -> String.format("Expected '%s' to match a boolean", actual));
      case MatchingRule.Temporal temporal -> temporal(temporal, actual);
      case MatchingRule.NotEmpty() ->
          unless(
              !actual.isEmpty(),
              () -> String.format("Expected '%s' (String) to not be empty", actual));
      case MatchingRule.Semver() -> semver(actual);
      case MatchingRule.ContentType(String mediaType) ->
          contentType(mediaType, ContentSniffer.sniffText(actual));
      case MatchingRule.StatusCode status -> status(status, actual);
      case MatchingRule.Unknown ignored -> Optional.empty();
      case MatchingRule.Null() -> unsuitable(rule, actual, isCascaded);
      case MatchingRule.Values() -> unsuitable(rule, actual, isCascaded);
      case MatchingRule.EachKey ignored -> unsuitable(rule, actual, isCascaded);
      case MatchingRule.EachValue ignored -> unsuitable(rule, actual, isCascaded);
      case MatchingRule.ArrayContains ignored -> unsuitable(rule, actual, isCascaded);
      case MatchingRule.IgnoreOrder ignored -> unsuitable(rule, actual, isCascaded);
    };
  }

  Optional<String> regex(String pattern, String actual) {
    return switch (patterns.match(pattern, actual)) {
      case MATCHES -> Optional.empty();
      case DIFFERS -> Optional.of("Expected '" + actual + "' to match '" + pattern + "'");
      case NOT_A_PATTERN -> Optional.of("'" + pattern + "' is not a valid regular expression");
      case TOO_COSTLY ->
          Optional.of("'" + pattern + "' costs too much to run on a value like '" + actual + "'");
    };
  }

  static Optional<String> temporal(MatchingRule.Temporal rule, String actual) {
    String format = rule.effectiveFormat();
    return unless(
        TemporalText.matches(format, actual),
        () ->
            String.format(
                "Expected '%s' to match a %s pattern of '%s'", actual, rule.name(), format));
  }

  static Optional<String> semver(String actual) {
    return unless(
        SemanticVersion.isValid(actual),
        () -> String.format("'%s' is not a valid semantic version", actual));
  }

  static Optional<String> contentType(String expected, String detected) {
    return unless(
        expected.equals(detected),
        () ->
            String.format(
                "Expected binary contents to have content type '%s' but detected contents was '%s'",
                expected, detected));
  }

  private static Optional<String> numeric(MatchingRule.Numeric.NumberKind kind, String actual) {
    boolean isNumber = JsonNumber.isJsonNumber(actual);
    return switch (kind) {
      case NUMBER, DECIMAL ->
          unless(isNumber, () -> String.format("Expected '%s' to match a number", actual));
      case INTEGER ->
          unless(
              isNumber && TypeName.isWrittenAsInteger(new JsonNumber(actual)),
              () -> String.format("Expected '%s' to match an integer number", actual));
    };
  }

  private static Optional<String> status(MatchingRule.StatusCode rule, String actual) {
    return actual.length() <= 3 && actual.chars().allMatch(Character::isDigit) && !actual.isEmpty()
        ? StatusRule.check(rule, Integer.parseInt(actual))
        : Optional.of("Expected '" + actual + "' to be a status code");
  }

  private static Optional<String> unsuitable(MatchingRule rule, String actual, boolean isCascaded) {
    return unless(
        isCascaded, () -> String.format("Unable to match '%s' using %s", actual, rule.name()));
  }

  static Optional<String> unless(boolean holds, Supplier<String> message) {
    return holds ? Optional.empty() : Optional.of(message.get());
  }
}
