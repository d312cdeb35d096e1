package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AgreeTest {
  private static final String PROVIDER =
      """
      paths:
        /pets/{id}:
          get:
            operationId: getPet
            tags: [pets]
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
              - {name: verbose, in: query, schema: {type: boolean}}
            responses:
              '200': {description: it, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}}}}
          delete:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses: {'204': {description: gone}}
      """;

  private static List<String> agree(String consumer) {
    return Http.agreement(consumer, PROVIDER).differences().stream().map(Http::line).toList();
  }

  @Test
  void whatOnlyTheProviderHasIsOfNoInterest() {
    assertEquals(
        List.of(),
        agree(
            """
            paths:
              /pets/{petId}:
                get:
                  parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                  responses:
                    '200': {description: it, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}}}}}}
            """));
  }

  @Test
  void whatTheConsumerCallsMustBeThere() {
    assertEquals(
        List.of("breaks GET /owners · operation: only the consumer has GET /owners"),
        agree("paths: {/owners: {get: {responses: {'200': {description: all}}}}}"));
  }

  @Test
  void whatTheConsumerNeedsMustCome() {
    // Given
    String consumer =
        """
        paths:
          /pets/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses:
                '200': {description: it, content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
        """;
    // When
    String witness = Http.witness(Http.agreement(consumer, PROVIDER));
    // Then
    assertEquals(
        """
        GET /pets/0
        200
        Content-Type: application/json

        {"id":0}
        ! name: is missing, the contract requires it (consumer.yaml:8)\
        """,
        witness);
  }
}
