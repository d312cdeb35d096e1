package dev.concordat.compare.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.comparison.WitnessMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactAgainstOpenApiTest {
  private static final String ORDERS =
      """
      openapi: 3.1.0
      info: {title: Orders, version: 1.0.0}
      paths:
        /orders/{id}:
          get:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
              - {name: expand, in: query, schema: {enum: [lines, customer]}}
            responses:
              '200':
                description: the order
                headers:
                  ETag: {schema: {type: string}}
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Order'}
              '404': {description: none}
        /orders:
          post:
            security: [{key: []}]
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [sku, quantity]
                    properties:
                      sku: {type: string, minLength: 1}
                      quantity: {type: integer, minimum: 1}
            responses:
              '201': {description: done}
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
        schemas:
          Order:
            type: object
            required: [id, payment]
            properties:
              id: {type: integer}
              note: {type: string}
              state: {enum: [OPEN, DONE]}
              payment:
                oneOf:
                  - type: object
                    required: [card]
                    properties: {card: {type: string}}
                  - allOf:
                      - type: object
                        properties: {kind: {const: invoice}}
                      - type: object
                        required: [kind, due]
                        properties: {due: {type: string, format: date}}
      """;

  @TempDir private Path folder;

  private ContractComparison agree(String interaction) {
    return Agreement.of(
        folder,
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"},
         "interactions": [%s],
         "metadata": {"pactSpecification": {"version": "3.0.0"}}}
        """
            .formatted(interaction),
        ORDERS);
  }

  private static String reading(String body, String rules) {
    return """
    {"description": "one order",
     "request": {"method": "GET", "path": "/orders/17"},
     "response": {"status": 200, "headers": {"Content-Type": "application/json"},
       "body": %s, "matchingRules": {"body": {%s}}}}
    """
        .formatted(body, rules);
  }

  private static String placing(String body, String rules) {
    return """
    {"description": "a new order",
     "request": {"method": "POST", "path": "/orders",
       "headers": {"Content-Type": "application/json", "X-Key": "k"},
       "body": %s, "matchingRules": {"body": {%s}}},
     "response": {"status": 201}}
    """
        .formatted(body, rules);
  }

  @Test
  void aNeedThatIsMetInEveryAnswerIsProved() {
    // When
    ContractComparison comparison = agree(reading("{\"id\": 17}", ""));

    // Then
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tally()).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void alternativesAndPartsOfASchemaGiveNoFalseAlarm() {
    // When
    ContractComparison comparison =
        agree(
            reading(
                "{\"id\": 17, \"payment\": {\"kind\": \"invoice\", \"due\": \"2026-01-01\"}}", ""));

    // Then
    assertThat(comparison.differences()).allMatch(one -> one.impact() == Impact.RISKY);
    assertThat(comparison.differences()).flatExtracting(Difference::aliases).isEmpty();
  }

  @Nested
  class Answers {
    @Test
    void aMemberThatNeverComesBreaksWithBothPlaces() {
      // When
      ContractComparison comparison = agree(reading("{\"id\": 17, \"price\": 10}", ""));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly(
              "breaks agree/nothing-in-common GET /orders/{id} · response body 200 application/json"
                  + " /price");
      Difference difference = comparison.differences().getFirst();
      assertThat(difference.message())
          .isEqualTo(
              "one order: /price 10 is needed, and never comes: the schema has nothing there");
      assertThat(difference.before().orElseThrow().place().pointer())
          .isEqualTo("/interactions/0/response/body/price");
      assertThat(difference.after().orElseThrow().place().pointer())
          .isEqualTo("/components/schemas/Order");
      assertThat(difference.aliases())
          .containsExactly(
              new Alias("openapi-pact-comparator", "response.body.incompatible", "error"));
      assertThat(Agreement.witness(difference).refusal())
          .isEqualTo("Actual map is missing the following keys: price");
    }

    @Test
    void aValueOfAnotherTypeBreaks() {
      // When
      ContractComparison comparison = agree(reading("{\"id\": \"17\"}", ""));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly(
              "breaks agree/nothing-in-common GET /orders/{id} · response body 200 application/json"
                  + " /id");
      assertThat(comparison.differences().getFirst().message()).contains("17", "integer");
    }

    @Test
    void anObjectInThePlaceOfAnotherTypeIsOneCauseAndNotEachOfItsMembers() {
      // When
      ContractComparison comparison =
          agree(reading("{\"id\": {\"value\": 17, \"scheme\": \"n\"}}", ""));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly(
              "breaks agree/nothing-in-common GET /orders/{id} · response body 200 application/json"
                  + " /id");
    }

    @Test
    void aMemberThatMayBeAbsentIsRiskyWithAnAnswerThatLacksIt() {
      // When
      ContractComparison comparison = agree(reading("{\"id\": 17, \"note\": \"fragile\"}", ""));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly(
              "risky agree/response-body-unexpected GET /orders/{id} · response body 200"
                  + " application/json /note");
      var message =
          (WitnessMessage.HttpResponse)
              Agreement.witness(comparison.differences().getFirst()).message();
      assertThat(message.response().body().utf8()).doesNotContain("note");
      assertThat(comparison.holds()).isTrue();
    }

    @Test
    void anExampleThatNeverComesIsRiskyWhereOthersThatMatchDo() {
      // When
      ContractComparison comparison =
          agree(
              reading(
                  "{\"id\": 17, \"state\": \"SHIPPED\"}",
                  "\"$.state\": {\"matchers\": [{\"match\": \"type\"}]}"));

      // Then
      assertThat(Agreement.told(comparison))
          .contains(
              "risky agree/response-body-unexpected GET /orders/{id} · response body 200"
                  + " application/json /state")
          .noneMatch(line -> line.startsWith("breaks"));
    }

    @Test
    void theSameExampleWithoutAMatcherBreaks() {
      // When
      ContractComparison comparison = agree(reading("{\"id\": 17, \"state\": \"SHIPPED\"}", ""));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly(
              "breaks agree/nothing-in-common GET /orders/{id} · response body 200 application/json"
                  + " /state");
    }

    @Test
    void aStatusThatIsNotDocumentedBreaks() {
      // When
      ContractComparison comparison =
          agree(
              """
              {"description": "gone",
               "request": {"method": "GET", "path": "/orders/17"}, "response": {"status": 410}}
              """);

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly("breaks agree/nothing-in-common GET /orders/{id} · response 410");
      assertThat(comparison.differences().getFirst().message())
          .isEqualTo("gone: the status 410 is needed, and only 200, 404 are documented");
    }

    @Test
    void aHeaderThatIsNotDocumentedBreaksAndAStandardOneIsRisky() {
      // When
      ContractComparison comparison =
          agree(
              """
              {"description": "one order",
               "request": {"method": "GET", "path": "/orders/17"},
               "response": {"status": 200, "headers": {"X-Shard": "7", "Vary": "Accept", "ETag": "1"}}}
              """);

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly(
              "breaks agree/nothing-in-common GET /orders/{id} · response header 200 X-Shard",
              "risky agree/unspoken GET /orders/{id} · response header 200 Vary",
              "risky agree/response-header-unexpected GET /orders/{id} · response header 200 ETag");
    }
  }

  @Nested
  class Requests {
    @Test
    void aBodyThatIsRefusedBreaksWithTheRequest() {
      // When
      ContractComparison comparison = agree(placing("{\"sku\": \"A1\", \"quantity\": 0}", ""));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly(
              "breaks agree/body-refused POST /orders · request body application/json /quantity");
      assertThat(Agreement.witness(comparison.differences().getFirst()).message())
          .isInstanceOf(WitnessMessage.HttpRequest.class);
    }

    @Test
    void aMatcherThatStandsForARefusedBodyIsRiskyWithThatBody() {
      // When
      ContractComparison comparison =
          agree(
              placing(
                  "{\"sku\": \"A1\", \"quantity\": 2}",
                  "\"$.quantity\": {\"matchers\": [{\"match\": \"integer\"}]}"));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly("risky agree/body-refused POST /orders · request body application/json");
      var request =
          (WitnessMessage.HttpRequest)
              Agreement.witness(comparison.differences().getFirst()).message();
      assertThat(request.request().body().utf8()).contains("\"sku\":\"A1\"", "\"quantity\":0");
    }

    @Test
    void theBoundOfAMatcherIsKeptInMind() {
      // When
      ContractComparison comparison =
          agree(
              placing(
                  "{\"sku\": \"A1\", \"quantity\": 2}",
                  "\"$.sku\": {\"matchers\": [{\"match\": \"regex\", \"regex\":"
                      + " \"[A-Z][0-9]+\"}]}"));

      // Then
      assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void aMissingCredentialBreaks() {
      // When
      ContractComparison comparison =
          agree(
              placing("{\"sku\": \"A1\", \"quantity\": 2}", "").replace(", \"X-Key\": \"k\"", ""));

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly("breaks agree/credential-missing POST /orders · security key");
    }

    @Test
    void aPathThatNoOperationHasBreaks() {
      // When
      ContractComparison comparison =
          agree(
              """
              {"description": "carts",
               "request": {"method": "GET", "path": "/carts"}, "response": {"status": 200}}
              """);

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly("breaks agree/operation-unknown GET /carts · operation");
    }

    @Test
    void whoExpectsToBeRefusedMaySendWhatIsWrong() {
      // When
      ContractComparison comparison =
          agree(
              """
              {"description": "no such order",
               "request": {"method": "GET", "path": "/orders/17", "query": "expand=all"},
               "response": {"status": 404}}
              """);

      // Then
      assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void aParameterThatIsNotDocumentedIsRisky() {
      // When
      ContractComparison comparison =
          agree(
              """
              {"description": "one order",
               "request": {"method": "GET", "path": "/orders/17", "query": "verbose=1"},
               "response": {"status": 200}}
              """);

      // Then
      assertThat(Agreement.told(comparison))
          .containsExactly("risky agree/unspoken GET /orders/{id} · query parameter verbose");
    }
  }
}
