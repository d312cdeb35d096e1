package dev.concordat.compare.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Senders whose own schema allows no message: all of them pass, for there are none.
final class NothingToSendTest {
  private static final String NOTHING =
      "no message can be sent: what is declared contradicts itself, or alternatives of oneOf take"
          + " the same values";

  private static String request(String schema) {
    return """
    paths:
      /pets:
        post:
          requestBody: {content: {application/json: {schema: %s}}}
          responses: {'200': {description: made}}
    """
        .formatted(schema);
  }

  private static String answer(String schema) {
    return """
    paths:
      /pets:
        get:
          responses: {'200': {description: all, content: {application/json: {schema: %s}}}}
    """
        .formatted(schema);
  }

  /// The one alternative takes whatever the other does, as long as members are what is declared.
  private static String overlapping(String name) {
    return "{oneOf: [{properties: {name: %s}}, {properties: {name: %s, age: {type: integer}}}]}"
        .formatted(name, name);
  }

  private static List<Difference> told(ContractComparison comparison) {
    return comparison.differences().stream()
        .filter(each -> each.rule().equals(AgreeRules.NOTHING_TO_SEND))
        .toList();
  }

  @Nested
  class Alternatives {
    @Test
    void thatOverlapAreToldAndWhatChangesIsJudgedByTheLetter() {
      // When
      ContractComparison comparison =
          Http.comparison(
              request(
                  "{type: object, required: [pet], properties: {pet: "
                      + overlapping("{type: string}")
                      + "}}"),
              request(
                  "{type: object, required: [pet], properties: {pet: "
                      + overlapping("{type: string, minLength: 2}")
                      + "}}"));

      // Then
      assertThat(told(comparison)).hasSize(1);
      assertThat(told(comparison).getFirst().impact()).isEqualTo(Impact.RISKY);
      assertThat(told(comparison).getFirst().message()).isEqualTo(NOTHING);
    }

    @Test
    void ofAnOptionalMemberAreToldThere() {
      // When
      ContractComparison comparison =
          Http.comparison(
              request("{properties: {pet: " + overlapping("{type: string}") + "}}"),
              request("{properties: {pet: " + overlapping("{type: integer}") + "}}"));

      // Then
      assertThat(told(comparison)).hasSize(1);
      assertThat(told(comparison).getFirst().pointer()).isEqualTo("/pet");
      assertThat(told(comparison).getFirst().message()).contains("no value can be sent here");
    }

    @Test
    void thatComeToOverlapInAnswersAreTold() {
      assertThat(
              told(
                  Http.comparison(
                      answer("{type: object, properties: {name: {type: string}}}"),
                      answer(overlapping("{type: string}")))))
          .hasSize(1);
    }

    @Test
    void thatDoNotChangeAreNotTold() {
      assertEquals(
          List.of(),
          Http.diff(
              request(overlapping("{type: string}")), request(overlapping("{type: string}"))));
    }
  }

  @Nested
  class Contradictions {
    @Test
    void inBothContractsAreTheSame() {
      assertEquals(
          List.of(
              "safe POST /pets · request body application/json: 'minimum' was 5 and is 7, which"
                  + " makes no difference to messages"),
          Http.diff(
              request("{type: integer, minimum: 5, maximum: 3}"),
              request("{type: integer, minimum: 7, maximum: 3}")));
    }

    @Test
    void whereLessIsAskedDoNotMatter() {
      assertThat(
              told(
                  Http.comparison(
                      request("{type: integer, minimum: 5, maximum: 3}"),
                      request("{type: integer, maximum: 3}"))))
          .isEmpty();
    }

    @Test
    void ofWhatTheSenderNeedsAreUndecided() {
      // When
      ContractComparison comparison =
          Http.comparison(
              request("{type: integer, minimum: 5, maximum: 3}"),
              request("{type: integer, minimum: 7}"));

      // Then
      assertThat(told(comparison)).hasSize(1);
      assertThat(told(comparison).getFirst().impact()).isEqualTo(Impact.UNKNOWN);
      assertThat(told(comparison).getFirst().evidence()).isInstanceOf(Evidence.Undecided.class);
      assertThat(told(comparison).getFirst().message()).isEqualTo(NOTHING);
      assertThat(comparison.holds()).isFalse();
    }

    @Test
    void ofNewAnswersAreUndecidedToo() {
      assertThat(
              told(
                  Http.comparison(
                      answer("{type: integer, maximum: 3}"),
                      answer("{type: integer, maximum: 3, minimum: 5}"))))
          .hasSize(1);
    }

    @Test
    void onPurposeAreNotTold() {
      assertThat(told(Http.comparison(answer("{type: string}"), answer("false")))).isEmpty();
      assertThat(told(Http.comparison(answer("{type: string}"), answer("{not: {}}")))).isEmpty();
    }
  }
}
