package dev.concordat.contracts.openapi.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A written schema accepts and refuses what the original does.
class WrittenSchemasTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "2",
          "3",
          "3.5",
          "-1",
          "1e2",
          "100",
          "1.0",
          "\"\"",
          "\"a\"",
          "\"abc\"",
          "\"b\"",
          "\"2024-02-29\"",
          "\"AAAA\"",
          "[]",
          "[1]",
          "[1,\"a\"]",
          "[1,1]",
          "[\"a\",1,true]",
          "[null]",
          "[[1]]",
          "{}",
          "{\"a\":1}",
          "{\"a\":null}",
          "{\"a\":\"a\"}",
          "{\"b\":1}",
          "{\"a\":1,\"b\":1}",
          "{\"a\":1,\"c\":true}",
          "{\"kind\":\"Cat\"}",
          "{\"kind\":\"cat\",\"a\":1}",
          "{\"kind\":\"Dog\",\"bark\":true}",
          "{\"kind\":\"Fish\"}",
          "{\"a\":{\"a\":{\"a\":1}}}",
          "{\"a\":{\"a\":{\"a\":\"x\"}}}",
          "{\"x-1\":1}",
          "{\"x-1\":\"a\"}",
          "{\"a\":[{\"a\":[]}]}",
          "9007199254740993",
          "10.10");

  private static final String OLD =
      """
      Cat: {type: object, required: [kind], properties: {kind: {type: string}, a: {type: integer}}}
      Dog: {allOf: [{$ref: 'DEFS/Cat'}, {properties: {bark: {type: boolean}}, required: [bark]}]}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: string, nullable: true, x-nullable: true}",
        "{type: string, enum: [a, b], nullable: true, x-nullable: true}",
        "{enum: [a, null, 1], nullable: true, x-nullable: true}",
        "{nullable: true, x-nullable: true}",
        "{type: number, minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false}",
        "{type: number, exclusiveMaximum: true, nullable: true, x-nullable: true, maximum: 3}",
        "{minimum: 1, exclusiveMinimum: 2}",
        "{allOf: [{$ref: 'DEFS/Cat'}], nullable: true, x-nullable: true, readOnly: true}",
        "{allOf: [{$ref: 'DEFS/Dog'}, {required: [a]}], nullable: true, x-nullable: true}",
        "{$ref: 'DEFS/Cat', required: [zzz], nullable: true}",
        "{type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: false}",
        "{type: object, additionalProperties: {type: integer, nullable: true, x-nullable: true}}",
        "{type: array, items: {type: integer}, minItems: 1, uniqueItems: true, const: 5}",
        "{type: array, items: {}, contains: {const: 9}}",
        "{type: object, required: true, properties: {a: {type: object, required: true}}}",
        "{type: [string, integer], maxLength: '5', pattern: '^a'}",
        "{type: strange}",
        "{type: string, pattern: '(?<=x)a|^a', format: date}",
        "{not: {type: string}, nullable: true, x-nullable: true}",
        "{anyOf: [{type: string}, {type: object, required: [a]}]}",
        "{type: object, properties: {a: {type: integer, writeOnly: true}, b: {readOnly: true}}, required: [a, b]}",
        "{type: object, if: {required: [a]}, then: {required: [b]}, dependencies: {a: [b]}}",
        "{type: integer, format: int32, multipleOf: 2}",
        "{type: string, format: byte, nullable: true, x-nullable: true}",
        "{type: file}",
        "{$ref: 'DEFS/Nothing'}",
      })
  void oldDialectsKeepTheirMeaning(String schema) {
    assertThat(differences(threeZero(schema))).isEmpty();
    assertThat(differences(swagger(schema))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{oneOf: [{$ref: 'DEFS/Cat'}, {$ref: 'DEFS/Dog'}], discriminator: {propertyName: kind}}",
        "{oneOf: [{$ref: 'DEFS/Cat'}, {$ref: 'DEFS/Dog'}], nullable: true, discriminator: {propertyName: kind, mapping: {cat: Cat}}}",
        "{anyOf: [{$ref: 'DEFS/Cat'}, {$ref: 'DEFS/Dog'}], discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', Fish: Dog}}}",
      })
  void discriminatorsChooseTheSameAlternatives(String schema) {
    assertThat(differences(threeZero(schema))).isEmpty();
    assertThat(differences(modern("", schema))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: [object, 'null'], properties: {a: {$ref: '#/components/schemas/Cat'}}, unevaluatedProperties: false, allOf: [{properties: {b: true}}]}",
        "{$id: 'https://a.example/tree', $dynamicAnchor: node, type: object, properties: {a: {$dynamicRef: '#node'}}, additionalProperties: {type: integer}}",
        "{$ref: '#/$defs/x', $defs: {x: {$anchor: y, type: object, required: [a]}}, maxProperties: 1}",
        "{$schema: 'http://json-schema.org/draft-07/schema#', $id: 'https://a.example/d7', items: [{type: integer}, {type: string}], additionalItems: {type: boolean}, dependencies: {a: [b], b: {required: [a]}}}",
        "{$schema: 'http://json-schema.org/draft-04/schema#', $id: 'https://a.example/d4', type: number, maximum: 3, exclusiveMaximum: true}",
        "{items: [{type: integer}], $ref: '#/components/schemas/Cat', required: [zzz]}",
        "{$schema: 'https://json-schema.org/draft/2019-09/schema', $id: 'https://a.example/r', $recursiveAnchor: true, properties: {a: {$recursiveRef: '#'}}, additionalProperties: {type: integer}}",
        "{prefixItems: [{type: integer}], items: {type: string}, contains: {const: a}, minContains: 1, maxContains: 1}",
        "{if: {required: [a]}, then: {required: [b]}, else: {type: [string, 'null']}, propertyNames: {maxLength: 1}}",
        "{dependentRequired: {a: [b]}, dependentSchemas: {c: {required: [zzz]}}, exclusiveMinimum: 1}",
        "false",
        "true",
      })
  void modernSchemasOfEveryDraftKeepTheirMeaning(String schema) {
    assertThat(differences(modern("", schema))).isEmpty();
  }

  @Test
  void aDefaultDialectOfTheDocumentCounts() {
    String document =
        modern(
            "jsonSchemaDialect: http://json-schema.org/draft-04/schema#\n",
            "{type: number, minimum: 1, exclusiveMinimum: true}");

    assertThat(differences(document)).isEmpty();
  }

  private static String threeZero(String schema) {
    return document("3.0.3", "", schema);
  }

  private static String modern(String more, String schema) {
    return document("3.1.0", more, schema);
  }

  private static String document(String version, String more, String schema) {
    return """
        openapi: %s
        info: {title: t, version: '1'}
        %spaths:
          /a:
            get:
              responses: {'200': {description: d, content: {application/json: {schema: %s}}}}
        components:
          schemas:
        %s"""
        .formatted(version, more, schema, OLD.indent(4))
        .replace("DEFS", "#/components/schemas");
  }

  private static String swagger(String schema) {
    return """
        swagger: '2.0'
        info: {title: t, version: '1'}
        produces: [application/json]
        paths:
          /a:
            get:
              responses: {'200': {description: d, schema: {type: object, properties: {it: %s}}}}
        definitions:
        %s"""
        .formatted(schema, OLD.indent(2))
        .replace("DEFS", "#/definitions");
  }

  /// The values about which the original and the written schema say different things.
  private static List<String> differences(String document) {
    OpenApiContract original = Written.contract(document);
    String text = OpenApiWriter.write(original).yaml();
    Schema before = schema(original);
    Schema after = schema(Written.contract(text));
    return VALUES.stream()
        .flatMap(value -> Stream.of(value, "{\"it\":" + value + "}"))
        .flatMap(
            value ->
                Stream.of(Direction.values())
                    .filter(
                        way -> before.accepts(json(value), way) != after.accepts(json(value), way))
                    .map(way -> value + " " + way + " was " + before.accepts(json(value), way)))
        .map(difference -> difference + "\n" + text)
        .toList();
  }

  private static Schema schema(OpenApiContract contract) {
    List<MediaTypeSpec> content = contract.operations().getFirst().responses().getFirst().content();
    return content.getFirst().schema().orElseThrow();
  }

  private static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }
}
