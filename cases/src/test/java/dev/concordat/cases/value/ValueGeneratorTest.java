package dev.concordat.cases.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueGeneratorTest {
  private static Schema schema(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new SchemaLoader(documents, Dialect.OPENAPI_3_1)
        .load(documents.parse("s.yaml", yaml.getBytes(StandardCharsets.UTF_8)).root());
  }

  private static Optional<JsonValue> made(String yaml, Size size) {
    return new ValueGenerator(42).value(schema(yaml), "p", size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: string, minLength: 30, maxLength: 40}",
        "{type: string, maxLength: 2}",
        "{type: string, pattern: '^[A-Z]{3}-[0-9]{3}$'}",
        "{type: string, pattern: '^(?:GB|DE)\\d{2}(\\s\\w{4})+$', maxLength: 20}",
        "{type: string, pattern: '^[^,;]+$', minLength: 12}",
        "{type: string, pattern: '\\p{L}+@x'}",
        "{type: string, pattern: '^(a|b)*a(a|b){40}$'}",
        "{type: string, pattern: '^[0-9]{2}( |T)?(Z|[+][0-9]{2}(:|)[0-9]{2})$'}",
        "{type: string, pattern: '^(|(?:|x)y|)$', minLength: 1}",
        "{type: string, pattern: '^(?!-)(?!.*--)(?!.*-$)[A-Za-z0-9-]{1,63}$'}",
        "{type: string, pattern: '^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{12,99}$'}",
        "{type: string, format: date-time}",
        "{type: string, format: date-time, minLength: 24, maxLength: 24}",
        "{type: string, format: date-time, minLength: 25, maxLength: 25}",
        "{type: string, format: date-time, minLength: 29, maxLength: 29}",
        "{type: string, format: uri, minLength: 60}",
        "{type: string, format: email, minLength: 40}",
        "{type: string, format: password, minLength: 30, maxLength: 32}",
        "{type: string, format: password, maxLength: 4}",
        "{type: string, format: uuid}",
        "{type: string, format: email}",
        "{type: string, format: ipv4}",
        "{type: string, format: ipv6}",
        "{type: string, format: uri}",
        "{type: string, format: date}",
        "{type: integer, minimum: 3, maximum: 3}",
        "{type: integer, minimum: -9, exclusiveMaximum: -8, multipleOf: 3}",
        "{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}",
        "{type: number, multipleOf: 0.05, minimum: 9.99}",
        "{type: array, minItems: 3, uniqueItems: true, items: {enum: [a, b, c]}}",
        "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
        "{type: array, minItems: 4, uniqueItems: true, items: {type: integer, minimum: 1}}",
        "{type: object, minProperties: 2, additionalProperties: {type: integer}}",
        "{type: object, required: [a], additionalProperties: {type: integer}}",
        "{allOf: [{type: object, required: [a], properties: {a: {type: string}}}, {properties: {a: {maxLength: 3}}}]}",
        "{oneOf: [{type: 'null'}, {type: object, required: [k], properties: {k: {const: x}}}]}",
        "{anyOf: [{type: string, enum: []}, {type: integer}]}",
        "{type: object, properties: {a: {type: string}}, if: {required: [a]}, then: {required: [b]}}",
        "{type: [string, 'null']}",
        "{const: {a: [1]}}",
        "{not: {type: string}}",
        "{}",
        "true",
      })
  void makesValuesThatKeepTheSchema(String yaml) {
    // When
    Optional<JsonValue> minimal = made(yaml, Size.MINIMAL);
    Optional<JsonValue> full = made(yaml, Size.FULL);

    // Then
    assertThat(minimal).isPresent();
    assertThat(full).isPresent();
    assertThat(schema(yaml).validate(minimal.get(), Direction.REQUEST)).isEmpty();
    assertThat(schema(yaml).validate(full.get(), Direction.REQUEST)).isEmpty();
  }

  @Test
  void aSchemaThatHoldsItselfComesToAnEnd() {
    // Given
    String tree =
        """
        $defs:
          node:
            type: object
            required: [name]
            properties:
              name: {type: string}
              parent: {$ref: '#/$defs/node'}
              children: {type: array, items: {$ref: '#/$defs/node'}}
        $ref: '#/$defs/node'
        """;

    // Then
    assertThat(made(tree, Size.FULL)).isPresent();
    assertThat(made(tree, Size.MINIMAL).map(JsonValue::toString))
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("parent"));
  }

  @Test
  void wherePossibleTheAuthorsExamplesAreUsed() {
    assertThat(
            made(
                "{type: object, required: [sku], properties: {sku: {type: string, example: TEA-001}}}",
                Size.MINIMAL))
        .map(JsonValue::toString)
        .contains("{\"sku\":\"TEA-001\"}");
  }

  @Test
  void whereNothingKeepsTheSchemaNothingIsMade() {
    assertThat(made("{type: string, enum: [a], minLength: 2}", Size.FULL)).isEmpty();
    assertThat(made("false", Size.FULL)).isEmpty();
    assertThat(made("{type: integer, minimum: 2, maximum: 1}", Size.FULL)).isEmpty();
  }

  @Test
  void whatTravelsOneWayIsNotSentTheOther() {
    // Given
    Schema schema =
        schema(
            "{type: object, required: [id, pin], properties: {id: {type: string, readOnly: true}, pin: {type: string, writeOnly: true}}}");
    var generator = new ValueGenerator(1);

    // Then
    assertThat(generator.value(schema, "p", Size.FULL, Direction.REQUEST).map(JsonValue::toString))
        .hasValueSatisfying(t -> assertThat(t).contains("pin").doesNotContain("id"));
    assertThat(generator.value(schema, "p", Size.FULL, Direction.RESPONSE).map(JsonValue::toString))
        .hasValueSatisfying(t -> assertThat(t).contains("id").doesNotContain("pin"));
  }

  @Test
  void anotherPathGivesAnotherValueAndTheSamePathTheSame() {
    // Given
    Schema schema = schema("{type: string, format: uuid}");
    var generator = new ValueGenerator(1);

    // Then
    assertThat(generator.value(schema, "a", Size.FULL))
        .isEqualTo(new ValueGenerator(1).value(schema, "a", Size.FULL))
        .isNotEqualTo(generator.value(schema, "b", Size.FULL));
  }
}
