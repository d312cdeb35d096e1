package dev.concordat.compare.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Requests that pass and are taken for something else.
final class MisreadParameterTest {
  private static String limit(String schema) {
    return parameter("{name: limit, in: query, schema: " + schema + "}");
  }

  private static String parameter(String parameter) {
    return """
    paths:
      /pets:
        get:
          parameters: [%s]
          responses: {'200': {description: all}}
    """
        .formatted(parameter);
  }

  private static String answer(String header) {
    return """
    paths:
      /pets:
        get:
          responses:
            '200': {description: all, headers: {X-Left: %s}}
    """
        .formatted(header);
  }

  private static Difference only(ContractComparison comparison) {
    assertThat(comparison.differences()).hasSize(1);
    return comparison.differences().getFirst();
  }

  @Nested
  class Defaults {
    @Test
    void anotherOneDoesNotHoldAlthoughEveryRequestPasses() {
      // When
      ContractComparison comparison =
          Http.comparison(
              limit("{type: integer, default: 10}"), limit("{type: integer, default: 20}"));

      // Then
      assertThat(comparison.holds()).isFalse();
      assertThat(only(comparison).evidence()).isInstanceOf(Evidence.Proved.class);
      assertThat(Http.line(only(comparison)))
          .isEqualTo(
              "misread GET /pets · query parameter limit: default was 10 and is 20: a request"
                  + " without it passes, and means 20 where it meant 10");
    }

    @Test
    void oneThatCameSaysWhatWasOpen() {
      assertEquals(
          List.of(
              "misread GET /pets · query parameter limit: default 20 was added: a request without"
                  + " it passes, and means 20 now"),
          Http.diff(limit("{type: integer}"), limit("{type: integer, default: 20}")));
    }

    @Test
    void oneThatIsGoneLeavesOpenWhatWasSaid() {
      assertEquals(
          List.of(
              "misread GET /pets · query parameter limit: default 20 was removed: a request without"
                  + " it passes, and no longer means 20"),
          Http.diff(limit("{type: integer, default: 20}"), limit("{type: integer}")));
    }

    @Test
    void ofAParameterThatEveryRequestHasDoNoHarm() {
      String required = "{name: limit, in: query, required: true, schema: {default: %s}}";
      assertEquals(
          List.of("safe GET /pets · query parameter limit: default was 1 and is 2"),
          Http.diff(parameter(required.formatted("1")), parameter(required.formatted("2"))));
    }

    @Test
    void ofBodiesAreNotes() {
      String body =
          """
          paths:
            /pets:
              post:
                requestBody:
                  content: {application/json: {schema: {properties: {age: {default: %s}}}}}
                responses: {'200': {description: made}}
          """;
      assertEquals(
          List.of(
              "meaning POST /pets · request body application/json: /age: default was 1 and is 2"),
          Http.diff(body.formatted("1"), body.formatted("2")));
    }

    @Test
    void ofTwoSidesAreMisreadOnlyWhereTheConsumerSaysWhatItMeans() {
      // When
      ContractComparison differing = Http.agreement(limit("{default: 10}"), limit("{default: 20}"));
      ContractComparison silent = Http.agreement(limit("{}"), limit("{default: 20}"));

      // Then
      assertThat(Http.line(only(differing)))
          .endsWith(
              "a request without it passes, and means 10 to its sender and 20 to its receiver");
      assertThat(silent.holds()).isTrue();
    }
  }

  @Nested
  class Nulls {
    @Test
    void whereEveryTextIsTakenAreTakenForSomethingElse() {
      assertEquals(
          List.of(
              "misread GET /pets · query parameter limit: null is no longer allowed: however its"
                  + " sender writes null, it passes and is taken for something else"),
          Http.diff(limit("{type: [string, 'null']}"), limit("{type: string}")));
    }

    @Test
    void thatMayBeWrittenAsATextThatIsRefusedAreUndecided() {
      // When
      ContractComparison comparison =
          Http.comparison(limit("{type: [integer, 'null']}"), limit("{type: integer}"));

      // Then
      assertThat(comparison.holds()).isFalse();
      assertThat(only(comparison).evidence())
          .isEqualTo(
              new Evidence.Undecided(
                  "null has no text of its own here: it is refused as no characters and as 'null';"
                      + " it passes left out (RFC 6570, 2.3)",
                  List.of("left out", "no characters", "'null'")));
    }

    @Test
    void thatComeInAnswersAreUndecidedToo() {
      assertEquals(
          List.of(
              "unknown GET /pets · response header 200 X-Left: null became allowed: how its sender"
                  + " writes null is open"),
          Http.diff(
              answer("{schema: {type: integer}}"), answer("{schema: {type: [integer, 'null']}}")));
    }

    @Test
    void thatTheReceiverLearnsToKnowAreSafe() {
      assertEquals(
          List.of("safe GET /pets · query parameter limit: null became allowed"),
          Http.diff(limit("{type: string}"), limit("{type: [string, 'null']}")));
    }

    @Test
    void aTypeThatIsWiderOnTheWireDoesNotHideThem() {
      assertThat(
              Http.comparison(limit("{type: [integer, 'null']}"), limit("{type: string}")).holds())
          .isFalse();
    }
  }

  @Test
  void anObjectInAHeaderSaysNoLists() {
    String header = "{name: X, in: header, schema: {type: object, additionalProperties: true%s}}";
    assertEquals(
        List.of("safe GET /pets · request header X: /id: the member 'id' was added"),
        Http.diff(
            parameter(header.formatted("")),
            parameter(header.formatted(", properties: {id: {type: string}}"))));
  }
}
