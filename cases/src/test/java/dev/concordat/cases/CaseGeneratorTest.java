package dev.concordat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseGeneratorTest {
  private static final String ORDERS =
      """
      openapi: 3.1.0
      info: {title: Orders, version: '1'}
      servers: [{url: /v1}]
      paths:
        /orders/{id}/lines:
          post:
            operationId: addLine
            security: [{token: []}]
            parameters:
              - {name: id, in: path, required: true, example: 11111111-1111-4111-8111-000000000003, schema: {type: string, format: uuid}}
              - {name: Idempotency-Key, in: header, required: true, schema: {type: string, minLength: 8, maxLength: 64}}
              - {name: dry, in: query, schema: {type: boolean}}
              - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [sku, qty]
                    additionalProperties: false
                    properties:
                      id: {type: string, readOnly: true}
                      sku: {type: string, pattern: '^[A-Z]{3}-[0-9]{3}$'}
                      qty: {type: integer, minimum: 1, maximum: 100}
                      price: {type: number, exclusiveMinimum: 0, multipleOf: 0.01}
                      note: {type: string, minLength: 2, maxLength: 5}
                      state: {type: string, enum: [OPEN, CLOSED]}
                      at: {type: string, format: date-time}
                      tags: {type: array, minItems: 1, maxItems: 3, uniqueItems: true, items: {type: string}}
                  examples:
                    tea: {value: {sku: TEA-001, qty: 2}}
            responses:
              '201': {description: ok}
              '400': {description: bad}
              '404': {description: none}
      components:
        securitySchemes:
          token: {type: http, scheme: bearer}
      """;

  private final OpenApiContract contract = Shop.text(ORDERS);
  private final GeneratedCases generated = new CaseGenerator(7).generate("orders", contract);

  private Optional<ContractCase> named(String name) {
    return generated.cases().stream().filter(c -> c.name().equals("addLine: " + name)).findFirst();
  }

  private String body(String name) {
    return named(name).orElseThrow().request().body().utf8();
  }

  @Test
  void nothingIsWrongWithTheContract() {
    assertThat(contract.problems()).isEmpty();
  }

  @Test
  void everyDocumentedExampleIsSentAsItIs() {
    // When
    ContractCase example = named("the example 'tea'").orElseThrow();

    // Then
    assertThat(example.request().target())
        .isEqualTo("/v1/orders/11111111-1111-4111-8111-000000000003/lines");
    assertThat(example.request().body().utf8()).isEqualTo("{\"sku\":\"TEA-001\",\"qty\":2}");
    assertThat(example.request().header("Authorization")).contains("Bearer concordat");
    assertThat(example.request().header("Idempotency-Key")).isPresent();
  }

  @Test
  void anExampleCountsAsAcceptableOnlyWithRealCredentials() {
    // Given
    var credentials = new Credentials(Map.of("token", "secret"));

    // When
    ContractCase example = new CaseGenerator(7, credentials).cases("orders", contract).getFirst();

    // Then
    assertThat(example.expectation()).isEqualTo(Expectation.ACCEPTED);
    assertThat(example.request().header("Authorization")).contains("Bearer secret");
    assertThat(named("the example 'tea'").orElseThrow().expectation())
        .isEqualTo(Expectation.ANSWERED);
  }

  @Test
  void theSmallestRequestHasOnlyWhatIsRequiredAndTheFullestEverything() {
    assertThat(body("the smallest valid request")).matches("\\{\"sku\":\"[^\"]+\",\"qty\":1}");
    assertThat(body("a valid request with everything"))
        .contains("price", "note", "state", "at", "tags")
        .doesNotContain("\"id\"");
    assertThat(named("a valid request with everything").orElseThrow().request().target())
        .contains("dry=true", "limit=");
  }

  @Test
  void everyConstraintIsBrokenOnce() {
    // When
    List<String> names =
        generated.cases().stream()
            .filter(c -> c.expectation() == Expectation.REJECTED)
            .map(c -> c.name().substring("addLine: ".length()))
            .toList();

    // Then
    assertThat(names)
        .containsExactlyInAnyOrder(
            "path parameter id not in the format uuid (\"not-a-uuid\")",
            "without the required header Idempotency-Key",
            "header Idempotency-Key shorter than 8 (\"river\")",
            "header Idempotency-Key longer than 64 (65 characters)",
            "query parameter dry of the wrong type (\"not-a-boolean\")",
            "query parameter limit of the wrong type (\"not-an-integer\")",
            "query parameter limit below its minimum (0)",
            "query parameter limit above its maximum (101)",
            "without the required body",
            "sku missing",
            "qty missing",
            "unknownMember not known to the contract",
            "body of the wrong type (\"not-an-object\")",
            "sku of the wrong type ({\"unexpected\":\"object\"})",
            "sku against its pattern (\"!EA-001\")",
            "qty of the wrong type (\"not-an-integer\")",
            "qty below its minimum (0)",
            "qty above its maximum (101)",
            "price of the wrong type (\"not-a-number\")",
            "price below its minimum (0)",
            "price not a multiple of 0.01 (0.045)",
            "note of the wrong type ({\"unexpected\":\"object\"})",
            "note shorter than 2 (\"c\")",
            "note longer than 5 (6 characters)",
            "state of the wrong type ({\"unexpected\":\"object\"})",
            "state not one of the listed values (\"NOT_LISTED\")",
            "at of the wrong type ({\"unexpected\":\"object\"})",
            "at not in the format date-time (\"2027-02-30T25:61:61Z\")",
            "tags of the wrong type (\"not-an-array\")",
            "tags with fewer than 1 items (0)",
            "tags with more than 3 items (4)",
            "tags with an item twice",
            "tags/0 of the wrong type ({\"unexpected\":\"object\"})",
            "with a body that is not JSON",
            "with a body of the media type text/plain");
    assertThat(generated.skipped()).isEmpty();
  }

  @Test
  void anInvalidRequestDiffersFromTheExampleInOneThing() {
    assertThat(body("qty above its maximum (101)")).isEqualTo("{\"sku\":\"TEA-001\",\"qty\":101}");
    assertThat(body("sku missing")).isEqualTo("{\"qty\":2}");
    assertThat(body("state not one of the listed values (\"NOT_LISTED\")"))
        .isEqualTo("{\"sku\":\"TEA-001\",\"qty\":2,\"state\":\"NOT_LISTED\"}");
  }

  @Test
  void everyCaseNamesItsSentence() {
    // When
    ContractCase above = named("qty above its maximum (101)").orElseThrow();

    // Then
    assertThat(above.sentence().shortForm()).isEqualTo("openapi.yaml:25");
    assertThat(above.id()).isEqualTo("orders/addLine/invalid/body-qty-maximum");
    assertThat(above.reason()).startsWith("maximum: ");
  }

  @Test
  void whatMustNotRepeatIsAnotherInEveryCase() {
    // When
    List<String> keys =
        generated.cases().stream()
            .flatMap(c -> c.request().header("Idempotency-Key").stream())
            .toList();

    // Then
    assertThat(keys).hasSizeGreaterThan(20);
    assertThat(keys.stream().distinct().count()).isGreaterThan(keys.size() / 2);
  }

  @Test
  void theSameSeedGivesTheSameCases() {
    assertThat(new CaseGenerator(7).cases("orders", contract)).isEqualTo(generated.cases());
    assertThat(new CaseGenerator(8).cases("orders", contract)).isNotEqualTo(generated.cases());
  }

  @Test
  void validCasesKeepTheContractAndInvalidOnesBreakIt() {
    // Given
    var judge = new HttpJudge(contract);

    // Then
    assertThat(generated.cases())
        .allSatisfy(
            c ->
                assertThat(judge.judgeRequest(c.request()).isEmpty())
                    .isEqualTo(c.expectation() != Expectation.REJECTED));
  }

  @Test
  void aTextThatCannotBeWrongOnTheWireIsNoCase() {
    // When
    List<ContractCase> cases =
        new CaseGenerator(1)
            .cases(
                "s",
                Shop.text(
                    """
                    openapi: 3.0.3
                    info: {title: t, version: '1'}
                    paths:
                      /a/{key}:
                        get:
                          operationId: get
                          parameters:
                            - {name: key, in: path, required: true, schema: {type: string, minLength: 1}}
                            - {name: q, in: query, schema: {type: string}}
                          responses: {'200': {description: ok}}
                    """));

    // Then
    assertThat(cases).extracting(ContractCase::expectation).doesNotContain(Expectation.REJECTED);
  }
}
