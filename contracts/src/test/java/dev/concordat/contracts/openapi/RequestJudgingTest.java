package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.Breach.Kind;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestJudgingTest {
  private final HttpJudge judge =
      new HttpJudge(
          Texts.contract(
              """
              openapi: 3.1.0
              info: {title: Orders, version: '1'}
              paths:
                /orders:
                  get:
                    operationId: list
                    parameters:
                      - {name: limit, in: query, schema: {type: integer, maximum: 100}}
                      - {name: X-Tenant, in: header, required: true, schema: {type: string}}
                    responses: {'200': {description: ok}}
                  post:
                    operationId: place
                    requestBody:
                      required: true
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id, sku]
                            properties:
                              id: {type: string, readOnly: true}
                              sku: {type: string}
                              lines: {type: array, items: {type: object, required: [qty]}}
                        application/x-www-form-urlencoded:
                          schema:
                            type: object
                            required: [qty]
                            properties: {qty: {type: integer}}
                    responses: {'201': {description: ok}}
                /find/{key}:
                  parameters:
                    - {name: key, in: path, required: true, schema: {type: integer}}
                    - {name: csv, in: query, explode: false, schema: {type: array, items: {type: integer}}}
                    - {name: many, in: query, schema: {type: array, items: {type: integer}}}
                    - {name: pipes, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: integer}}}
                    - {name: spaces, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: integer}}}
                    - name: deep
                      in: query
                      style: deepObject
                      schema: {type: object, required: [min], properties: {min: {type: number}}}
                    - name: filter
                      in: query
                      content: {application/json: {schema: {type: object, required: [a]}}}
                    - {name: X-Ids, in: header, schema: {type: array, items: {type: integer}}}
                    - {name: theme, in: cookie, schema: {type: string, enum: [dark, light]}}
                    - {name: on, in: query, schema: {type: boolean}}
                    - name: range
                      in: query
                      schema:
                        type: object
                        properties: {from: {type: integer}, to: {type: integer}}
                  get: {operationId: find, responses: {'200': {description: ok}}}
                /label/{v}:
                  get:
                    parameters:
                      - {name: v, in: path, required: true, style: label, schema: {type: array, items: {type: integer}}}
                    responses: {'200': {description: ok}}
                /matrix/{v}:
                  get:
                    parameters:
                      - {name: v, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: integer}}}
                    responses: {'200': {description: ok}}
              """));

  @Test
  void aRequestThatKeepsTheContractHasNoBreach() {
    // When
    List<Breach> breaches = judge.judgeRequest(Texts.get("/orders?limit=5&other=1", "x-tenant: a"));

    // Then
    assertThat(breaches).isEmpty();
  }

  @Test
  void tellsParametersThatAreAbsentOrBad() {
    // When
    List<Breach> breaches = judge.judgeRequest(Texts.get("/orders?limit=101"));

    // Then
    assertThat(breaches)
        .extracting(Breach::kind)
        .containsExactly(Kind.BAD_PARAMETER, Kind.MISSING_PARAMETER);
    assertThat(breaches.getFirst().pointer()).isEqualTo("query:limit");
    assertThat(breaches.getFirst().sentence().shortForm()).isEqualTo("openapi.yaml:8");
    assertThat(breaches.getFirst().message()).contains("query parameter 'limit'", "101");
    assertThat(breaches.getLast().message()).isEqualTo("the required header 'X-Tenant' is absent");
  }

  @ParameterizedTest
  @CsvSource({
    "/find/7, true",
    "/find/seven, false",
    "/find/7?csv=1%2C2, true",
    "'/find/7?csv=1,2', true",
    "'/find/7?csv=1,b', false",
    "/find/7?many=1&many=2, true",
    "/find/7?many=1&many=b, false",
    "/find/7?pipes=1%7C2, true",
    "/find/7?pipes=1|b, false",
    "/find/7?spaces=1%202, true",
    "/find/7?spaces=1+b, false",
    "/find/7?deep[min]=1.5, true",
    "/find/7?deep%5Bmin%5D=low, false",
    "/find/7?deep[max]=1, false",
    "/find/7?filter=%7B%22a%22:1%7D, true",
    "/find/7?filter=%7B%7D, false",
    "/find/7?filter=%7B, false",
    "/find/7?on=true, true",
    "/find/7?on=1, false",
    "/find/7?from=1&to=2, true",
    "/find/7?from=one, false",
    "/label/.1.2, false",
    "'/label/.1,2', true",
    "/label/1, false",
    "/matrix/;v=1;v=2, true",
    "/matrix/;v=b, false",
  })
  void readsEveryStyle(String target, boolean holds) {
    assertThat(judge.judgeRequest(Texts.get(target)).isEmpty()).isEqualTo(holds);
  }

  @Test
  void readsHeadersAndCookies() {
    assertThat(judge.judgeRequest(Texts.get("/find/7", "X-Ids: 1, 2", "Cookie: a=b; theme=dark")))
        .isEmpty();
    assertThat(judge.judgeRequest(Texts.get("/find/7", "X-Ids: 1, b", "Cookie: theme=pink")))
        .extracting(Breach::pointer)
        .containsExactly("header:X-Ids", "cookie:theme");
  }

  @Test
  void readOnlyMembersNeedNotBeSent() {
    assertThat(judge.judgeRequest(Texts.post("/orders", "application/json", "{\"sku\":\"A\"}")))
        .isEmpty();
  }

  @Test
  void judgesBodiesByTheirSchema() {
    // When
    List<Breach> breaches =
        judge.judgeRequest(
            Texts.post(
                "/orders",
                "application/json; charset=utf-8",
                "{\"sku\":1,\"lines\":[{},{\"qty\":1},{}]}"));

    // Then
    assertThat(breaches)
        .extracting(Breach::kind, Breach::pointer)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Kind.BAD_REQUEST_BODY, "/sku"),
            org.assertj.core.groups.Tuple.tuple(Kind.BAD_REQUEST_BODY, "/lines/*/qty"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '{\"sku\":', body",
    "application/json, '', body",
    "text/plain, hello, content-type",
    "application/x-www-form-urlencoded, qty=two, /qty",
    "application/x-www-form-urlencoded, a=b, /qty",
  })
  void tellsBodiesThatAreNotTheDocumentedOnes(String type, String body, String pointer) {
    // When
    List<Breach> breaches = judge.judgeRequest(Texts.post("/orders", type, body));

    // Then
    assertThat(breaches)
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.kind()).isEqualTo(Kind.BAD_REQUEST_BODY);
              assertThat(breach.pointer()).isEqualTo(pointer);
            });
  }

  @Test
  void aFormKeepsItsSchemaWhenItsTextDoes() {
    assertThat(
            judge.judgeRequest(
                Texts.post("/orders", "application/x-www-form-urlencoded", "qty=2&x=%20")))
        .isEmpty();
  }

  @Test
  void tellsPathsAndMethodsThatDoNotExist() {
    assertThat(judge.judgeRequest(Texts.get("/nowhere")))
        .extracting(Breach::kind)
        .containsExactly(Kind.UNKNOWN_OPERATION);
    assertThat(
            judge.judgeRequest(
                new HttpRequestMessage(
                    "DELETE", "/orders", List.of(), dev.concordat.model.exchange.Bytes.EMPTY)))
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.kind()).isEqualTo(Kind.METHOD_NOT_ALLOWED);
              assertThat(breach.expected()).isEqualTo("GET, POST");
            });
  }
}
