package dev.concordat.cases.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cases.value.Dice;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Patterns of real descriptions, and others, of which an automaton would have very many states.
class CostlyPatternsTest {
  private static final int TRIES = 20;

  /// Looking at each length up to 4,096 with each other takes 260,000.
  private static final long MAX_STEPS = 500_000;

  /// @param max the longest text that is asked for; that very length is asked for too
  record Costly(String pattern, int min, int max) {}

  static final List<Costly> COSTLY =
      List.of(
          new Costly("^arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:trust-anchor.*)$", 1, 1011),
          new Costly(
              "(^[a-zA-Z0-9._-]*$)|(arn:[^:]*:[^:]*:[^:]*:[^:]*:project/[a-zA-Z0-9._-]*)", 0, 2048),
          new Costly("arn:aws[a-z\\-]*:[a-z]+:[a-z0-9\\-]+:[0-9]+:domain\\/[a-z0-9\\-]+", 1, 2048),
          new Costly(
              "arn:(aws|aws\\-cn|aws\\-us\\-gov|aws\\-iso|aws\\-iso\\-b):iam::[0-9]+:role\\/.*",
              20,
              2048),
          new Costly(
              "arn:[a-z0-9-\\.]{1,63}:[a-z0-9-\\.]{0,63}:[a-z0-9-\\.]{0,63}:[a-z0-9-\\.]{0,63}:[^/].{0,1023}",
              5,
              1200),
          new Costly("^(?:a?){64}a{64}$", 1, 128),
          new Costly("^([a-z0-9]+-)*[a-z0-9]{1,63}$", 1, 4096),
          new Costly("^(a|b)*a(a|b){400}$", 401, 800),
          new Costly("^(?:(?:x|yz){1,1024}|(?:[0-9]{2}){1,1024}|-{1,1024})$", 1, 1024),
          new Costly("^(?:[a-z]{0,9}(?:\\.[a-z]{0,9}){0,9}){0,99}$", 1, 2000),
          new Costly("^[\\p{Lu}\\p{Nd}]{1,1024}$", 1, 1024),
          new Costly("^[А-Я]{2,900}$", 1, 900));

  @ParameterizedTest
  @FieldSource("COSTLY")
  void aTextOfAnyAllowedLengthTakesFewSteps(Costly costly) {
    // Given
    Schema schema = schema(costly);
    var effort = new Effort(MAX_STEPS);
    var edge = new Effort(MAX_STEPS);

    // When
    Optional<String> shortest =
        Patterns.text(costly.pattern, costly.min, costly.max, below -> 0, effort);
    Optional<String> longest =
        Patterns.text(costly.pattern, costly.max, costly.max, below -> 0, edge);

    // Then
    assertThat(shortest).hasValueSatisfying(text -> assertThat(accepts(schema, text)).isTrue());
    assertThat(longest).hasValueSatisfying(text -> assertThat(accepts(schema, text)).isTrue());
    assertThat(longest).hasValueSatisfying(text -> assertThat(text).hasSize(costly.max));
  }

  @ParameterizedTest
  @FieldSource("COSTLY")
  void theDiceChooseAmongTextsThatKeepThePattern(Costly costly) {
    // Given
    Schema schema = schema(costly);

    for (int i = 0; i < TRIES; i++) {
      // When
      Dice dice = Dice.at(7, "try/" + i);
      Dice again = Dice.at(7, "try/" + i);
      Optional<String> text = Patterns.some(costly.pattern, costly.min, costly.max, dice::below);

      // Then
      assertThat(text).hasValueSatisfying(it -> assertThat(accepts(schema, it)).as(it).isTrue());
      assertThat(Patterns.some(costly.pattern, costly.min, costly.max, again::below))
          .isEqualTo(text);
    }
  }

  @Test
  void workThatDoesNotEndIsGivenUp() {
    var effort = new Effort(1_000);

    assertThat(
            Patterns.text(
                "^((ab|cde){0,99}(fg|hij){0,99}){0,99}$", 9_000, 9_000, below -> 0, effort))
        .isEmpty();
    assertThat(effort.spent()).isBetween(1_000L, 10_000L);
  }

  @Test
  void lengthsThatThePatternDoesNotHaveGiveNoText() {
    assertThat(Patterns.shortest("^(?:abc){2,}$", 7, 8)).isEmpty();
    assertThat(Patterns.shortest("^a{3}$", 0, 2)).isEmpty();
    assertThat(Patterns.shortest("^a{3}$", 4, 9)).isEmpty();
    assertThat(Patterns.shortest("^(?:abc){2,}$", 7, 9)).contains("abcabcabc");
  }

  @Test
  void whatIsTooShortIsFollowedByMoreWhereThePatternHasNoEnd() {
    assertThat(Patterns.shortest("^arn:aws:games:", 20, 2048)).contains("arn:aws:games:000000");
  }

  @Test
  void whatIsNoPatternGivesNoText() {
    assertThat(List.of("a)", "(a", "*", "a{3,2}", "[b-a]", "(?i)a", "(a)\\1"))
        .allSatisfy(pattern -> assertThat(Patterns.shortest(pattern, 0, 9)).isEmpty());
  }

  private static Schema schema(Costly costly) {
    String yaml =
        "{type: string, minLength: %d, maxLength: %d, pattern: '%s'}"
            .formatted(costly.min, costly.max, costly.pattern);
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new SchemaLoader(documents, Dialect.OPENAPI_3_1)
        .load(documents.parse("s.yaml", yaml.getBytes(StandardCharsets.UTF_8)).root());
  }

  private static boolean accepts(Schema schema, String text) {
    return schema.accepts(new JsonString(text), Direction.REQUEST);
  }
}
