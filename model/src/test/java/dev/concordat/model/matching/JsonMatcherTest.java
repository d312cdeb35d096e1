package dev.concordat.model.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.MatchingRule.Numeric.NumberKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMatcherTest {
  private static final ValueMatcher VALUES =
      new ValueMatcher(
          (pattern, text) ->
              text.matches(pattern) ? PatternEngine.Answer.MATCHES : PatternEngine.Answer.DIFFERS);

  private static JsonValue text(String text) {
    return new JsonString(text);
  }

  private static JsonObject object(String name, JsonValue value) {
    return JsonObject.EMPTY.with(name, value);
  }

  private static List<String> differences(
      RuleSet rules, boolean allowsUnexpected, JsonValue expected, JsonValue actual) {
    return new JsonMatcher(rules, allowsUnexpected, VALUES)
        .match(expected, actual).stream()
            .map(found -> found.path() + " " + found.rule() + ": " + found.message())
            .toList();
  }

  private static RuleSet rules(Object... pathsAndRules) {
    Map<PathExpression, RuleList> rules = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndRules.length; i += 2) {
      rules.put(
          PathExpression.parse((String) pathsAndRules[i]),
          RuleList.of((MatchingRule) pathsAndRules[i + 1]));
    }
    return new RuleSet(rules);
  }

  @Test
  void prefersTheMostSpecificRule() {
    // Given
    RuleSet rules =
        rules(
            "$", MatchingRule.Type.PLAIN,
            "$.*.id", new MatchingRule.Numeric(NumberKind.INTEGER),
            "$.order.id", new MatchingRule.Equality());

    // When
    List<String> order =
        differences(
            rules,
            true,
            object("order", object("id", JsonNumber.of(1))),
            object("order", object("id", JsonNumber.of(2))));
    List<String> other =
        differences(
            rules,
            true,
            object("other", object("id", JsonNumber.of(1))),
            object("other", object("id", new JsonNumber("2.5"))));

    // Then
    assertThat(order)
        .containsExactly("$.order.id equality: Expected 2 (Integer) to be equal to 1 (Integer)");
    assertThat(other)
        .containsExactly("$.other.id integer: Expected 2.5 (Decimal) to be an integer");
  }

  @Test
  void doesNotCascadeBoundsOnSizes() {
    // Given
    RuleSet rules = rules("$.a", new MatchingRule.Type(OptionalInt.of(2), OptionalInt.empty()));
    JsonValue expected = object("a", JsonArray.of(JsonArray.of(text("x"))));

    // When
    List<String> found =
        differences(
            rules,
            true,
            expected,
            object("a", JsonArray.of(JsonArray.of(text("y")), JsonArray.of(text("z")))));

    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void forbidsUnexpectedMembersOnlyWhereTold() {
    // Given
    JsonObject expected = object("a", text("x"));
    JsonObject actual = expected.with("b", text("y"));

    // When
    List<String> inResponse = differences(RuleSet.EMPTY, true, expected, actual);
    List<String> inRequest = differences(RuleSet.EMPTY, false, expected, actual);

    // Then
    assertThat(inResponse).isEmpty();
    assertThat(inRequest)
        .containsExactly(
            "$ equality: Expected a Map with keys [a] but received one with keys [a, b]");
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd, 2024-02-29, true",
    "yyyy-MM-dd, 2023-02-29, false",
    "yyyy-MM-dd'T'HH:mm:ssXXX, 2024-01-01T10:00:00+01:00, true",
    "yyyy-MM-dd'T'HH:mm:ssXXX, 2024-01-01 10:00:00, false",
    "HH:mm, 24:00, false",
    "not a format {, x, false"
  })
  void checksDatesStrictly(String format, String text, boolean isDate) {
    // Given
    var rule = new MatchingRule.Temporal(MatchingRule.Temporal.TemporalKind.DATETIME, format);

    // When
    List<Failure> failures = VALUES.text(RuleList.of(rule), "", text);

    // Then
    assertThat(failures.isEmpty()).isEqualTo(isDate);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, true",
    "1.0.0-rc.1+build.5, true",
    "1.0, false",
    "01.0.0, false",
    "1.0.0-01, false",
    "1.0.0-, false"
  })
  void knowsSemanticVersions(String text, boolean isVersion) {
    // When
    List<Failure> failures = VALUES.text(RuleList.of(new MatchingRule.Semver()), "", text);

    // Then
    assertThat(failures.isEmpty()).isEqualTo(isVersion);
  }

  @ParameterizedTest
  @CsvSource({
    "$.a.b, $.a.b",
    "$['a b'][0], $['a b'][0]",
    "a.b, a.b",
  })
  void keepsExpressionsAsWritten(String text, String shown) {
    assertThat(PathExpression.parse(text)).hasToString(shown);
  }
}
