package dev.concordat.model.matching;

import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Compares single values with rules: JSON values, text, bytes, a status. Safe to share between threads when its pattern
/// engine is.
public final class ValueMatcher {
  private final TextRules texts;
  private final JsonRules json;

  public ValueMatcher(PatternEngine patterns) {
    texts = new TextRules(patterns);
    json = new JsonRules(texts);
  }

  public List<Failure> json(RuleList rules, JsonValue expected, JsonValue actual) {
    return rules.check(rule -> json.check(rule, expected, actual, rules.isCascaded()));
  }

  public List<Failure> text(RuleList rules, String expected, String actual) {
    return rules.check(rule -> texts.check(rule, expected, actual, rules.isCascaded()));
  }

  public List<Failure> status(RuleList rules, int expected, int actual) {
    return rules.check(
        rule ->
            rule instanceof MatchingRule.StatusCode status
                ? StatusRule.check(status, actual)
                : texts.check(
                    rule,
                    Integer.toString(expected),
                    Integer.toString(actual),
                    rules.isCascaded()));
  }

  /// Compares bytes; rules on text look at them as UTF-8.
  public List<Failure> bytes(RuleList rules, byte[] expected, byte[] actual) {
    return rules.check(
        rule ->
            switch (rule) {
              case MatchingRule.ContentType(String mediaType) ->
                  TextRules.contentType(mediaType, ContentSniffer.sniff(actual));
              case MatchingRule.NotEmpty() ->
                  TextRules.unless(
                      actual.length > 0, () -> "Expected [] (0 bytes) to not be empty");
              case MatchingRule.Equality() ->
                  TextRules.unless(
                      Arrays.equals(expected, actual),
                      () ->
                          String.format(
                              "Expected %d bytes to be equal to %d bytes",
                              actual.length, expected.length));
              default -> texts.check(rule, text(expected), text(actual), rules.isCascaded());
            });
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
