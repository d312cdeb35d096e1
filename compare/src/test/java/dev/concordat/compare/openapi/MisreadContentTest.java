package dev.concordat.compare.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Texts that pass and whose content is taken for something else, and values and parameters of which more was promised.
final class MisreadContentTest {
  private static String sent(String schema) {
    return "paths: {/pets: {post: {requestBody: {required: true, content: {application/json: {schema: "
        + schema
        + "}}}, responses: {'201': {description: made}}}}}";
  }

  private static String parameter(String parameter) {
    return "paths: {/pets: {get: {parameters: ["
        + parameter
        + "], responses: {'200': {description: all}}}}}";
  }

  @Nested
  class Contents {
    @Test
    void anotherEncodingIsMisread() {
      assertThat(
              Http.diff(
                  sent("{type: string, contentEncoding: base64}"),
                  sent("{type: string, contentEncoding: base16}")))
          .containsExactly(
              "misread POST /pets · request body application/json: contentEncoding was \"base64\" and is"
                  + " \"base16\": the same text passes, written as \"base64\" and read as \"base16\"");
    }

    @Test
    void anEncodingThatIsToldAtLastIsANote() {
      assertThat(Http.diff(sent("{type: string}"), sent("{type: string, contentEncoding: base64}")))
          .containsExactly(
              "meaning POST /pets · request body application/json: contentEncoding \"base64\" was added");
    }

    @Test
    void anotherSchemaIsShownByATextThatItsReaderDoesNotExpect() {
      assertThat(Http.diff(sent(held("integer")), sent(held("boolean"))))
          .containsExactly(
              "misread POST /pets · request body application/json: contentSchema was {\"type\":\"integer\"}"
                  + " and is {\"type\":\"boolean\"}: the text \"0\" passes, and what it holds is not what its"
                  + " reader's contract describes");
    }

    @Test
    void aWiderSchemaIsANote() {
      assertThat(Http.diff(sent(held("integer")), sent(held("number"))))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("meaning ");
    }

    @Test
    void theSameSchemaInOtherWordsIsNoDifference() {
      assertThat(
              Http.diff(
                  sent(held("integer")),
                  sent(
                      "{type: string, contentMediaType: application/json, contentSchema: {allOf: [{type:"
                          + " integer}]}}")))
          .isEmpty();
    }

    private static String held(String type) {
      return "{type: string, contentMediaType: application/json, contentSchema: {type: "
          + type
          + "}}";
    }
  }

  @Nested
  class Promises {
    @Test
    void aValueThatLeftTheOpenListOfARequestIsPromisedNoLonger() {
      assertThat(
              Http.diff(
                  sent("{type: string, x-extensible-enum: [a, b]}"),
                  sent("{type: string, x-extensible-enum: [a]}")))
          .containsExactly(
              "policy POST /pets · request body application/json: the value \"b\" of the open list was"
                  + " removed");
    }

    @Test
    void aParameterThatGoesBeforeItsDayBreaksAPromise() {
      assertThat(
              Http.diff(
                  parameter("{name: q, in: query, deprecated: true, x-sunset: '2031-05-01'}"),
                  parameter("")))
          .containsExactly(
              "policy GET /pets · query parameter q: the query parameter 'q' was removed: whoever does not"
                  + " know it passes over it: it was to stay until 2031-05-01 ('x-sunset')");
    }

    @Test
    void aParameterThatGoesAfterItsDayIsANote() {
      assertThat(
              Http.diff(
                  parameter("{name: q, in: query, deprecated: true, x-sunset: '2021-05-01'}"),
                  parameter("")))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("meaning ");
    }
  }
}
