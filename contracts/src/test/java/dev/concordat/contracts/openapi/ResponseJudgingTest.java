package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.Breach.Kind;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ResponseJudgingTest {
  private static final String GOOD =
      "{\"id\":\"a\",\"status\":\"OPEN\",\"lines\":[{\"price\":10.10}],\"pay\":{\"kind\":\"card\",\"pan\":\"1\"}}";

  private final HttpJudge judge =
      new HttpJudge(
          Texts.contract(
              """
              openapi: 3.1.0
              info: {title: Orders, version: '1'}
              paths:
                /orders/{id}:
                  get:
                    operationId: getOrder
                    responses:
                      '200':
                        description: ok
                        headers:
                          ETag: {required: true, schema: {type: string}}
                          X-Left: {schema: {type: integer}}
                        content:
                          application/json:
                            schema: {$ref: '#/components/schemas/Order'}
                          application/*+xml: {}
                      '204': {description: none}
                      4XX:
                        description: error
                        content:
                          application/problem+json:
                            schema: {type: object, required: [title, status]}
              components:
                schemas:
                  Order:
                    type: object
                    required: [id, status, lines]
                    additionalProperties: false
                    properties:
                      id: {type: string}
                      secret: {type: string, writeOnly: true}
                      status: {type: string, enum: [OPEN, PAID]}
                      lines:
                        type: array
                        items:
                          type: object
                          required: [price]
                          properties: {price: {type: number}}
                      pay:
                        oneOf:
                          - {type: object, required: [kind, pan], properties: {kind: {const: card}, pan: {type: string}}}
                          - {type: object, required: [kind, iban], properties: {kind: {const: bank}, iban: {type: string}}}
              """));

  private List<Breach> judged(HttpResponseMessage response) {
    return judge.judgeResponse(Texts.get("/orders/a"), response);
  }

  private List<Breach> judgedJson(String body) {
    return judged(Texts.answer(200, body, "ETag: 1", "Content-Type: application/json"));
  }

  @Test
  void aResponseThatKeepsTheContractHasNoBreach() {
    assertThat(judgedJson(GOOD)).isEmpty();
  }

  @Test
  void anUndocumentedStatusHidesTheRest() {
    // When
    List<Breach> breaches = judged(Texts.answer(500, "oops"));

    // Then
    assertThat(breaches)
        .containsExactly(
            new Breach(
                Kind.UNDOCUMENTED_STATUS,
                "getOrder",
                "status",
                new dev.concordat.model.place.Place(
                    "openapi.yaml", 5, 5, "/paths/~1orders~1{id}/get"),
                "get:",
                "GET /orders/{id} answered 500, which is not documented",
                "200, 204, 4XX",
                "500"));
  }

  @Test
  void aWrongMediaTypeHidesTheBody() {
    assertThat(judged(Texts.answer(200, "<html>", "ETag: 1", "Content-Type: text/html")))
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.kind()).isEqualTo(Kind.WRONG_MEDIA_TYPE);
              assertThat(breach.expected()).isEqualTo("application/json, application/*+xml");
              assertThat(breach.actual()).isEqualTo("text/html");
            });
    assertThat(judged(Texts.answer(200, "<a/>", "ETag: 1", "Content-Type: application/atom+xml")))
        .isEmpty();
  }

  @Test
  void tellsHeadersThatAreAbsentOrWrong() {
    assertThat(judged(Texts.answer(200, GOOD, "X-Left: no", "Content-Type: application/json")))
        .extracting(Breach::kind)
        .containsExactly(Kind.MISSING_HEADER, Kind.WRONG_HEADER);
  }

  @Test
  void tellsEachCauseOnceWithAGeneralisedPointer() {
    // When
    List<Breach> breaches =
        judgedJson(
            "{\"id\":7,\"status\":\"LOST\",\"lines\":[{\"price\":\"1\"},{\"price\":\"2\"},{}]}");

    // Then
    assertThat(breaches)
        .extracting(breach -> breach.kind() + " " + breach.pointer())
        .containsExactlyInAnyOrder(
            "WRONG_TYPE /id",
            "VALUE_NOT_ALLOWED /status",
            "WRONG_TYPE /lines/*/price",
            "MISSING_FIELD /lines/*/price");
  }

  @Test
  void everyBreachNamesTheSentence() {
    // When
    Breach breach = judgedJson("{\"id\":\"a\",\"status\":\"LOST\",\"lines\":[]}").getFirst();

    // Then
    assertThat(breach.sentence().shortForm()).isEqualTo("openapi.yaml:32");
    assertThat(breach.sentenceText()).isEqualTo("status: {type: string, enum: [OPEN, PAID]}");
    assertThat(breach.actual()).isEqualTo("\"LOST\"");
  }

  @Test
  void aMemberThatIsForbiddenIsUnexpected() {
    assertThat(judgedJson("{\"id\":\"a\",\"status\":\"OPEN\",\"lines\":[],\"extra\":1}"))
        .extracting(breach -> breach.kind() + " " + breach.pointer())
        .containsExactly("UNEXPECTED_FIELD /extra");
  }

  @Test
  void aRenamedMemberIsOneCause() {
    assertThat(judgedJson("{\"ident\":\"a\",\"status\":\"OPEN\",\"lines\":[]}"))
        .extracting(breach -> breach.kind() + " " + breach.pointer())
        .containsExactly("MISSING_FIELD /id");
  }

  @Test
  void ofAlternativesTheNearestIsMeant() {
    assertThat(
            judgedJson(
                "{\"id\":\"a\",\"status\":\"OPEN\",\"lines\":[],\"pay\":{\"kind\":\"bank\"}}"))
        .extracting(breach -> breach.kind() + " " + breach.pointer())
        .containsExactly("MISSING_FIELD /pay/iban");
  }

  @Test
  void aBodyThatIsNotJsonIsMalformed() {
    assertThat(judgedJson("{\"id\":"))
        .extracting(Breach::kind)
        .containsExactly(Kind.MALFORMED_BODY);
    assertThat(judgedJson("")).extracting(Breach::kind).containsExactly(Kind.MALFORMED_BODY);
    assertThat(
            judged(
                new HttpResponseMessage(
                    200,
                    Texts.headers("ETag: 1", "Content-Type: application/json"),
                    Bytes.of("\"Zoë\"".getBytes(StandardCharsets.ISO_8859_1)))))
        .extracting(Breach::kind)
        .containsExactly(Kind.MALFORMED_BODY);
  }

  @Test
  void anErrorInAnotherFormatIsOneBreach() {
    assertThat(judged(Texts.answer(404, "{}", "Content-Type: application/problem+json")))
        .extracting(Breach::kind)
        .containsExactly(Kind.WRONG_ERROR_FORMAT);
    assertThat(judged(Texts.answer(404, "no", "Content-Type: text/plain")))
        .extracting(Breach::kind)
        .containsExactly(Kind.WRONG_ERROR_FORMAT);
  }

  @Test
  void whereNoBodyCanBeNoneIsMissed() {
    var head = new HttpRequestMessage("HEAD", "/orders/a", List.of(), Bytes.EMPTY);
    assertThat(judge.judgeResponse(head, Texts.answer(200, "", "ETag: 1"))).isEmpty();
    assertThat(judged(Texts.answer(204, ""))).isEmpty();
  }

  @Test
  void takesContentCodingsOff() throws IOException {
    // Given
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    var headers =
        Texts.headers("ETag: 1", "Content-Type: application/json", "Content-Encoding: gzip");

    // When
    List<Breach> breaches =
        judged(new HttpResponseMessage(200, headers, Bytes.of(packed.toByteArray())));

    // Then
    assertThat(breaches)
        .extracting(Breach::pointer)
        .containsExactlyInAnyOrder("/id", "/status", "/lines");
    assertThat(judged(new HttpResponseMessage(200, headers, Bytes.utf8(GOOD))))
        .extracting(Breach::kind)
        .containsExactly(Kind.MALFORMED_BODY);
  }

  @Test
  void nothingIsSaidOfABodyOfWhichOnlyTheStartIsKnown() {
    assertThat(
            judged(
                new HttpResponseMessage(
                    200,
                    Texts.headers("ETag: 1", "Content-Type: application/json"),
                    Bytes.cut("{\"id".getBytes(StandardCharsets.UTF_8), 9_000_000))))
        .isEmpty();
  }

  /// RFC 9110 section 15.3.6.
  @Test
  void contentIsNotMissedWhereTheStatusHasNone() {
    var resets =
        new HttpJudge(
            Texts.contract(
                """
                openapi: 3.1.0
                info: {title: Forms, version: '1'}
                paths:
                  /orders/{id}:
                    get:
                      responses:
                        '205': {description: reset, content: {application/json: {schema: {type: object}}}}
                """));

    assertThat(resets.judgeResponse(Texts.get("/orders/a"), Texts.answer(205, ""))).isEmpty();
  }
}
