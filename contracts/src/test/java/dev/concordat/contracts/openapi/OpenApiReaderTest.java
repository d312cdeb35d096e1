package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.problem.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpenApiReaderTest {
  private static final String ORDERS =
      """
      openapi: 3.1.0
      info:
        title: Orders
        version: 1.4.0
        contact: {name: team-checkout}
      servers:
        - url: https://{host}.example/api/v1/
          variables: {host: {default: orders}}
      security:
        - apiKey: []
      paths:
        /orders/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
            - {name: lang, in: query, schema: {type: string}}
          get:
            operationId: getOrder
            parameters:
              - {name: lang, in: query, required: true, schema: {type: string, enum: [de, en]}}
              - $ref: '#/components/parameters/Fields'
            responses:
              '200':
                description: ok
                headers:
                  ETag: {required: true, schema: {type: string}}
                content:
                  application/json:
                    schema: {type: object}
              4XX: {$ref: '#/components/responses/Error'}
          delete:
            security: []
            responses:
              default: {description: gone}
      components:
        parameters:
          Fields:
            name: fields
            in: query
            explode: false
            schema: {type: array, items: {type: string}}
            example: [id, total]
        responses:
          Error:
            description: error
            content:
              application/problem+json:
                schema: {type: object}
        securitySchemes:
          apiKey: {type: apiKey, in: header, name: X-API-Key}
      """;

  @Test
  void readsWhatTheDocumentSaysOfItself() {
    // When
    OpenApiContract contract = Texts.contract(ORDERS);

    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.title()).isEqualTo("Orders");
    assertThat(contract.version()).isEqualTo("1.4.0");
    assertThat(contract.basePath()).isEqualTo("/api/v1");
    assertThat(contract.owner())
        .hasValueSatisfying(
            owner -> {
              assertThat(owner.team()).isEqualTo("team-checkout");
              assertThat(owner.reason()).isEqualTo("openapi.yaml:5 info.contact.name");
            });
  }

  @Test
  void anOperationWithoutIdIsNamedByMethodAndPath() {
    // When
    OpenApiContract contract = Texts.contract(ORDERS);

    // Then
    assertThat(contract.operations())
        .extracting(HttpOperation::id)
        .containsExactly("getOrder", "DELETE /orders/{id}");
  }

  @Test
  void parametersOfThePathAreSharedAndTheOperationsOwnWin() {
    // When
    HttpOperation operation = Texts.contract(ORDERS).operation("getOrder").orElseThrow();

    // Then
    assertThat(operation.parameters())
        .extracting(Parameter::pointer, Parameter::required)
        .containsExactly(
            tuple("path:id", true), tuple("query:lang", true), tuple("query:fields", false));
  }

  @Test
  void referencesLeadToParametersAndResponses() {
    // When
    HttpOperation operation = Texts.contract(ORDERS).operation("getOrder").orElseThrow();

    // Then
    Parameter fields = operation.parameters(ParameterLocation.QUERY).getLast();
    assertThat(fields.style()).isEqualTo(ParameterStyle.FORM);
    assertThat(fields.explode()).isFalse();
    assertThat(fields.examples()).hasSize(1);
    assertThat(operation.response(404))
        .hasValueSatisfying(
            response -> {
              assertThat(response.status()).isEqualTo("4XX");
              assertThat(response.content()).hasSize(1);
              assertThat(response.place().shortForm()).isEqualTo("openapi.yaml:29");
            });
  }

  @Test
  void theVeryStatusIsMeantBeforeItsRangeAndTheDefault() {
    // Given
    OpenApiContract contract =
        Texts.contract(
            """
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    default: {description: d}
                    2XX: {description: r}
                    '201': {description: c}
            """);

    // When
    HttpOperation operation = contract.operations().getFirst();

    // Then
    assertThat(operation.response(201)).map(ResponseSpec::status).contains("201");
    assertThat(operation.response(204)).map(ResponseSpec::status).contains("2XX");
    assertThat(operation.response(500)).map(ResponseSpec::status).contains("default");
  }

  @Test
  void anOperationsSecurityWinsOverTheDocuments() {
    // When
    OpenApiContract contract = Texts.contract(ORDERS);

    // Then
    assertThat(contract.operations().getFirst().security())
        .singleElement()
        .satisfies(
            needs ->
                assertThat(needs.getFirst().carrier().orElseThrow().name()).isEqualTo("X-API-Key"));
    assertThat(contract.operations().getLast().security()).isEmpty();
  }

  @Nested
  class Failures {
    @Test
    void aBrokenReferenceCostsOnlyItsOwnSentence() {
      // When
      OpenApiContract contract =
          Texts.contract(
              """
              openapi: 3.0.3
              info: {title: t, version: '1'}
              paths:
                /a:
                  get:
                    responses:
                      '200': {$ref: '#/components/responses/Okay'}
                      '404': {description: none}
              """);

      // Then
      assertThat(contract.problems())
          .singleElement()
          .satisfies(
              problem -> assertThat(problem.place().shortForm()).isEqualTo("openapi.yaml:7"));
      assertThat(contract.operations().getFirst().responses())
          .extracting(ResponseSpec::status)
          .containsExactly("404");
    }

    @Test
    void namesWhatIsWrongAndWhere() {
      // When
      OpenApiContract contract =
          Texts.contract(
              """
              openapi: 4.0.0
              info: {title: t, version: '1'}
              paths:
                orders/{id}:
                  get:
                    operationId: a
                    parameters:
                      - {name: x, in: body}
                    responses:
                      2000: {description: odd}
                      '200': {description: ok, content: {json: {}}}
                /b:
                  get: {operationId: a, responses: {}}
              """);

      // Then
      assertThat(contract.problems())
          .extracting(Problem::rule, problem -> problem.place().line())
          .containsExactlyInAnyOrder(
              tuple("contract/unknown-version", 1),
              tuple("contract/bad-path", 4),
              tuple("contract/bad-parameter", 8),
              tuple("contract/undeclared-path-parameter", 5),
              tuple("contract/bad-status", 10),
              tuple("contract/bad-media-type", 11),
              tuple("contract/no-responses", 13),
              tuple("contract/duplicate-operation-id", 13));
    }

    @Test
    void anExampleThatBreaksItsOwnSchemaIsTold() {
      // When
      OpenApiContract contract =
          Texts.contract(
              """
              openapi: 3.0.3
              info: {title: t, version: '1'}
              paths:
                /a:
                  get:
                    responses:
                      '200':
                        description: ok
                        content:
                          application/json:
                            schema: {type: object, required: [id]}
                            examples: {short: {value: {}}}
              """);

      // Then
      assertThat(contract.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo("contract/example-breaks-schema");
                assertThat(problem.place().line()).isEqualTo(12);
                assertThat(problem.message())
                    .startsWith("the example 'short' breaks its own schema: id");
              });
    }
  }

  @Test
  void callbacksWithoutAnIdShareNone() {
    // Given two operations whose callbacks have the same method and address, and no operationId
    String callback =
        """
            callbacks:
              done: {'{$request.body#/url}': {post: {responses: {'204': {description: ok}}}}}
            responses: {'202': {description: accepted}}
        """;
    String text =
        """
        openapi: 3.1.0
        info: {title: Jobs, version: '1'}
        paths:
          /imports:
            post:
        %s  /exports:
            post:
        %s"""
            .formatted(callback.indent(2), callback.indent(2));

    // When
    OpenApiContract contract = Texts.contract(text);

    // Then
    assertThat(contract.operations()).allMatch(operation -> operation.callbacks().size() == 1);
    assertThat(contract.problems()).isEmpty();
  }
}
