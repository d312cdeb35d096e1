package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DocumentDiffTest {
  private static final String PETS =
      "paths: {/pets: {get: {responses: {'200': {description: all}}}}}\n";

  @Nested
  class BasePaths {
    private static String at(String server) {
      return "servers: [{url: '" + server + "'}]\n" + PETS;
    }

    @Test
    void anotherOneIsShownByARequestToTheOldAddress() {
      assertEquals(
          """
          GET /v1/pets
          ! no operation of new.yaml has the path /v1/pets\
          """,
          Http.witness(at("https://x.example/v1"), at("https://x.example/v2")));
    }

    @Test
    void oneThatMovedIntoThePathsIsNoChangeOfPaths() {
      // Given
      String after = "paths: {/v1/pets: {get: {responses: {'200': {description: all}}}}}";
      // When
      List<String> differences = Http.diff(at("https://x.example/v1"), after);
      // Then
      assertEquals(
          List.of("client-code document: the path before all paths was '/v1/' and is '/'"),
          differences);
    }

    @Test
    void oneOfSeveralThatIsGoneIsShownByARequestToIt() {
      // Given
      String both = "servers: [{url: /v1}, {url: /v2}]\n" + PETS;
      // When
      String witness = Http.witness(both, at("/v1"));
      // Then
      assertEquals(
          """
          GET /v2/pets
          ! no operation of new.yaml has the path /v2/pets\
          """,
          witness);
    }

    @Test
    void anotherHostIsNoMatterOfPaths() {
      assertEquals(List.of(), Http.diff(at("https://x.example/v1"), at("https://y.example/v1/")));
    }
  }

  @Nested
  class Names {
    private static String named(String more) {
      return "paths: {/pets: {get: {" + more + "responses: {'200': {description: all}}}}}";
    }

    @Test
    void anotherOperationIdChangesGeneratedCode() {
      assertEquals(
          List.of("client-code GET /pets · operation: the operationId was 'all' and is 'listPets'"),
          Http.diff(named("operationId: all, "), named("operationId: listPets, ")));
    }

    @Test
    void tagsAreOnlyDocumentation() {
      assertEquals(
          List.of(
              "safe GET /pets · operation: the tag 'a' was removed",
              "safe GET /pets · operation: the tag 'b' was added"),
          Http.diff(named("tags: [a], "), named("tags: [b], ")));
    }
  }

  @Nested
  class SharedSchemas {
    private static String shared(String pet) {
      return """
      paths:
        /pets: {get: {responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}}
        /pets/best: {get: {responses: {'200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
        /pets/worst: {get: {responses: {'200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
      components:
        schemas:
          Pet: %s
      """
          .formatted(pet);
    }

    @Test
    void oneCauseIsOneDifference() {
      assertEquals(
          List.of(
              "breaks GET /pets · response body 200 application/json: /*/age: maximum was 5 and is"
                  + " 6 (and 2 more)"),
          Http.diff(
              shared("{type: object, properties: {age: {type: integer, maximum: 5}}}"),
              shared("{type: object, properties: {age: {type: integer, maximum: 6}}}")));
    }
  }

  @Nested
  class BrokenDocuments {
    @Test
    void aReferenceThatLeadsNowhereLeavesOpenWhatChanges() {
      // Given
      String broken =
          "paths: {/pets: {get: {responses: {'200': {description: all, content: {application/json:"
              + " {schema: {type: object, properties: {a: {$ref: '#/components/schemas/None'}, b:"
              + " {type: %s}}}}}}}}}}";
      // When
      List<String> differences = Http.diff(broken.formatted("string"), broken.formatted("integer"));
      // Then
      assertEquals(
          List.of(
              "unknown GET /pets · response body 200 application/json: /b: type was \"string\" and"
                  + " is \"integer\""),
          differences);
    }

    @Test
    void missingResponsesAreNotComparedAsIfTheyWereThere() {
      assertEquals(
          List.of("safe GET /pets · response 200: the status 200 was added"),
          Http.diff("paths: {/pets: {get: {}}}", PETS));
    }

    @Test
    void responsesThatAreGoneLeaveOpenWhatIsAnswered() {
      assertEquals(
          List.of("unknown GET /pets · response 200: the status 200 was removed"),
          Http.diff(PETS, "paths: {/pets: {get: {}}}"));
    }

    @Test
    void anEmptyDocumentOffersNothing() {
      assertEquals(
          List.of("breaks GET /pets · operation: GET /pets was removed"),
          Http.diff(PETS, "paths: {}"));
    }
  }

  @Nested
  class Versions {
    private static final String SWAGGER =
        """
        swagger: '2.0'
        info: {title: Shop, version: '1'}
        basePath: /v1
        consumes: [application/json]
        produces: [application/json]
        paths:
          /pets:
            post:
              parameters:
                - {name: dry, in: query, type: boolean}
                - {name: body, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
              responses:
                '201': {description: made, schema: {$ref: '#/definitions/Pet'}}
        definitions:
          Pet: {type: object, required: [name], properties: {name: {type: string, x-nullable: true}}}
        """;

    private static final String OPENAPI =
        """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        servers: [{url: /v1}]
        paths:
          /pets:
            post:
              parameters:
                - {name: dry, in: query, schema: {type: boolean}}
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: [string, 'null']}}}
        """;

    @Test
    void theSameContractInSwaggerAndOpenApiIsTheSame() {
      assertEquals(List.of(), Http.diff(SWAGGER, OPENAPI));
    }

    @Test
    void aBreakBetweenThemIsFound() {
      assertEquals(
          List.of(
              "breaks POST /pets · request body application/json: /name: null is no longer"
                  + " allowed"),
          Http.diff(SWAGGER, OPENAPI.replace("[string, 'null']", "string")).stream()
              .filter(line -> !line.startsWith("safe"))
              .toList());
    }
  }
}
