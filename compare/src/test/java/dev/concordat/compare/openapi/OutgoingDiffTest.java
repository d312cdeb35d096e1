package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class OutgoingDiffTest {
  private static String webhook(String body) {
    return "webhooks: {placed: {post: {" + body + "}}}";
  }

  private static String sent(String schema) {
    return webhook(
        "requestBody: {required: true, content: {application/json: {schema: "
            + schema
            + "}}}, responses: {'200': {description: ok}}");
  }

  @Nested
  class Webhooks {
    @Test
    void whatIsSentMustBeWhatReceiversExpect() {
      assertEquals(
          """
          POST /
          Content-Type: application/json

          {}
          ! id: is missing, the contract requires it (old.yaml:3)\
          """,
          Http.witness(
              sent("{type: object, required: [id], properties: {id: {type: string}}}"),
              sent("{type: object, properties: {id: {type: string}}}")));
    }

    @Test
    void oneMoreRequiredMemberIsNoHarmToReceivers() {
      assertEquals(
          List.of(
              "safe webhook placed (POST) · request body application/json: /id: the member 'id'"
                  + " became required"),
          Http.diff(
              sent("{type: object, properties: {id: {type: string}}}"),
              sent("{type: object, required: [id], properties: {id: {type: string}}}")));
    }

    @Test
    void oneThatIsGoneIsWaitedForInVain() {
      assertEquals(
          List.of(
              "breaks webhook placed (POST) · operation: webhook placed (POST) was removed: whoever"
                  + " waits for it waits in vain"),
          Http.diff(sent("{type: object}"), "paths: {}"));
    }

    @Test
    void anAnswerThatReceiversGiveMustStillBeUnderstood() {
      // Given
      String answered =
          "responses: {'200': {description: ok, content: {application/json: {schema: %s}}}}";
      // When
      String witness =
          Http.witness(
              webhook(answered.formatted("{type: [string, integer]}")),
              webhook(answered.formatted("{type: string}")));
      // Then
      assertEquals(
          """
          POST /
          200
          Content-Type: application/json

          0
          ! 0 is a number, the contract wants a string (new.yaml:3)\
          """,
          witness);
    }
  }

  @Nested
  class Callbacks {
    private static String callback(String schema) {
      return """
      paths:
        /orders:
          post:
            responses: {'201': {description: made}}
            callbacks:
              shipped:
                '{$request.query.url}':
                  post:
                    requestBody: {content: {application/json: {schema: %s}}}
                    responses: {'200': {description: ok}}
      """
          .formatted(schema);
    }

    @Test
    void whatIsSentMustBeWhatReceiversExpect() {
      assertEquals(
          List.of(
              "breaks POST /orders callback shipped (POST) · request body application/json: maximum"
                  + " was 5 and is 6"),
          Http.diff(
              callback("{type: integer, maximum: 5}"), callback("{type: integer, maximum: 6}")));
    }
  }
}
