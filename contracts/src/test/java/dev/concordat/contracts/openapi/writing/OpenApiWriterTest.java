package dev.concordat.contracts.openapi.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiWriterTest {
  private static final String SWAGGER =
      """
      swagger: '2.0'
      info: {title: Pets, version: '1', x-owner: team-pets}
      host: pets.example
      basePath: /v1
      produces: [application/json]
      securityDefinitions:
        login: {type: oauth2, flow: accessCode, authorizationUrl: 'https://l.example/a', tokenUrl: 'https://l.example/t', scopes: {read: Reads}}
        basic: {type: basic}
      paths:
        /pets:
          post:
            operationId: addPet
            consumes: [multipart/form-data]
            security: [{login: [read]}, {basic: []}]
            parameters:
              - {name: photo, in: formData, type: file, required: true}
              - {name: tags, in: query, type: array, collectionFormat: multi, items: {type: string}}
            responses:
              '201': {description: Added, schema: {$ref: '#/definitions/Pet'}}
      definitions:
        Pet:
          type: object
          discriminator: kind
          required: [kind]
          x-table: pets
          properties:
            kind: {type: string}
            owner: {type: string, x-nullable: true, example: Zoë}
            parent: {$ref: '#/definitions/Pet'}
        Cat:
          allOf: [{$ref: '#/definitions/Pet'}, {properties: {lives: {type: integer, minimum: 0, exclusiveMinimum: true}}}]
      """;

  @TempDir private Path folder;

  @Test
  void writesSwaggerAsOpenApi() {
    // When
    JsonObject document = OpenApiWriter.write(Written.contract(SWAGGER)).document();

    // Then
    assertThat(document)
        .isEqualTo(
            json(
                """
                {"openapi": "3.1.1",
                 "info": {"title": "Pets", "version": "1", "x-owner": "team-pets"},
                 "servers": [{"url": "/v1"}],
                 "paths": {"/pets": {"post": {
                   "operationId": "addPet",
                   "parameters": [{"name": "tags", "in": "query",
                     "schema": {"type": "array", "items": {"type": "string"}}}],
                   "requestBody": {"required": true, "content": {"multipart/form-data": {"schema": {
                     "type": "object", "properties": {"photo": {"type": "string", "format": "binary"}},
                     "required": ["photo"]}}}},
                   "responses": {"201": {"description": "Created", "content": {"application/json":
                     {"schema": {"$ref": "#/components/schemas/Pet"}}}}},
                   "security": [{"login": ["read"]}, {"basic": []}]}}},
                 "components": {
                   "schemas": {
                     "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"},
                       {"properties": {"lives": {"type": "integer", "exclusiveMinimum": 0}}}]},
                     "Pet": {"type": "object", "discriminator": {"propertyName": "kind"},
                       "required": ["kind"], "x-table": "pets",
                       "properties": {
                         "kind": {"type": "string"},
                         "owner": {"type": ["string", "null"], "examples": ["Zoë"]},
                         "parent": {"$ref": "#/components/schemas/Pet"}}}},
                   "securitySchemes": {
                     "login": {"type": "oauth2", "flows": {"authorizationCode": {
                       "authorizationUrl": "https://l.example/a", "tokenUrl": "https://l.example/t",
                       "scopes": {"read": "Reads"}}}},
                     "basic": {"type": "http", "scheme": "basic"}}}}
                """));
  }

  @Test
  void schemasOfOtherFilesBecomeComponentsWithNamesOfTheirOwn() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("openapi.yaml"),
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /a:
            get:
              responses:
                '200': {description: d, content: {application/json: {schema: {oneOf: [{$ref: 'other.yaml#/components/schemas/Node'}, {$ref: '#/components/schemas/Node'}, {$ref: 'page.json'}], discriminator: {propertyName: kind}}}}}
        components:
          schemas:
            Node: {type: object, required: [own]}
        """);
    Files.writeString(
        folder.resolve("other.yaml"),
        "components: {schemas: {Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}}}");
    Files.writeString(folder.resolve("page.json"), "{\"type\": \"object\", \"nullable\": true}");
    var original = (OpenApiContract) new ContractReader(folder).read(Path.of("openapi.yaml"));

    // When
    WrittenOpenApi written = OpenApiWriter.write(original);

    // Then
    assertThat(Written.in(written.yaml(), "/components/schemas"))
        .isEqualTo(
            json(
                """
                {"Node": {"type": "object", "required": ["own"]},
                 "Node2": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node2"}}},
                 "page": {"type": ["object", "null"]}}
                """));
    assertThat(
            Written.in(
                written.yaml(),
                "/paths/~1a/get/responses/200/content/application~1json/schema/discriminator/mapping"))
        .isEqualTo(
            json(
                """
                {"Node": "#/components/schemas/Node2", "page.json": "#/components/schemas/page"}
                """));
  }

  @Test
  void linksCallbacksWebhooksAndContentAreKept() {
    // Given
    String text =
        """
        openapi: 3.1.0
        info: {title: t, version: '1', contact: {name: team-a}}
        paths:
          /a/{id}:
            get:
              parameters:
                - {name: id, in: path, required: true, style: label, explode: true, schema: {type: integer}}
                - {name: filter, in: query, content: {application/json: {schema: {type: object}}}}
              responses:
                '200':
                  description: d
                  headers: {X-Rate: {required: true, schema: {type: integer}}}
                  links: {self: {operationRef: '#/paths/~1a~1%7Bid%7D/get', parameters: {path.id: '$response.body#/id'}}}
              callbacks: {done: {'{$request.query.url}/x': {post: {responses: {2XX: {description: d}}}}}}
        webhooks: {w: {post: {operationId: hook, responses: {default: {description: d}}}}}
        """;
    OpenApiContract original = Written.contract(text);

    // When
    OpenApiContract again = Written.contract(OpenApiWriter.write(original).yaml());

    // Then
    assertThat(again.problems()).isEmpty();
    assertThat(again.owner().orElseThrow().team()).isEqualTo("team-a");
    assertThat(Meaning.of(again).orElseThrow()).isEqualTo(Meaning.of(original).orElseThrow());
    assertThat(Written.at(text, "/paths/~1a~1{id}/get/responses/200/links/self"))
        .isEqualTo(
            json(
                """
                {"operationRef": "#/paths/~1a~1%7Bid%7D/get", "parameters": {"path.id": "$response.body#/id"}}
                """));
  }

  @Test
  void aReferenceThatLeadsNowhereAllowsEverythingAndSaysWhy() {
    // Given
    String text =
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths: {/a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/nowhere'}}}}}}}}
        """;

    // When
    JsonValue schema =
        Written.at(text, "/paths/~1a/get/responses/200/content/application~1json/schema");

    // Then
    assertThat(schema).isEqualTo(json("{\"$comment\": \"a reference led nowhere: #/nowhere\"}"));
  }

  private static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }
}
