package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.contracts.tree.ScalarNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every keyword says when it is broken, and every problem that a schema can have, against golden texts.
class ViolationTextTest {
  /// A schema under each name, and values that break it.
  private static final String VIOLATIONS =
      """
      type: {schema: {type: [string, 'null']}, values: ['10.10', '{"a":[1,2]}']}
      integer: {schema: {type: integer}, values: ['1.5']}
      enum: {schema: {enum: [card, cash, 1, null]}, values: ['"Card"']}
      long enum: {schema: {enum: [a, b, c, d, e, f, g, h, i, j, k, l]}, values: ['"z"']}
      const: {schema: {const: 10.10}, values: ['10.11']}
      bounds: {schema: {minimum: 0.1, exclusiveMaximum: 1e400}, values: ['0.09999999999999999999', '1e400', '-1e999999999']}
      exclusiveMinimum: {schema: {exclusiveMinimum: 0}, values: ['0.0']}
      maximum: {schema: {maximum: 9007199254740992}, values: ['9007199254740993']}
      multipleOf: {schema: {multipleOf: 0.01}, values: ['10.101', '1e-400']}
      lengths: {schema: {minLength: 2, maxLength: 3}, values: ['"😀"', '"Zoë😀"']}
      pattern: {schema: {pattern: '^[A-Z]{2}$'}, values: ['"DEU"', '"DE\\n"']}
      look-around: {schema: {pattern: '^(?!test)'}, values: ['"test1"']}
      date-time: {schema: {format: date-time}, values: ['"2024-02-30T10:00:00Z"', '"2024-01-01 10:00:00"']}
      int32: {schema: {format: int32}, values: ['2147483648']}
      uuid: {schema: {format: uuid}, values: ['"42"']}
      array sizes: {schema: {minItems: 1, maxItems: 2}, values: ['[]', '[1,2,3]']}
      uniqueItems: {schema: {uniqueItems: true}, values: ['[{"a":1.0},2,{"a":1}]']}
      items: {schema: {prefixItems: [{type: string}], items: {type: integer}}, values: ['[1, 2, "3"]']}
      no items: {schema: {prefixItems: [true], items: false}, values: ['[1, 2]']}
      contains: {schema: {contains: {const: 1}}, values: ['[2]']}
      maxContains: {schema: {contains: {const: 1}, minContains: 2, maxContains: 3}, values: ['[1]', '[1,1,1,1]']}
      object sizes: {schema: {minProperties: 1, maxProperties: 1}, values: ['{}', '{"a":1,"b":2}']}
      required: {schema: {required: [id, name]}, values: ['{"id":1}']}
      dependentRequired: {schema: {dependentRequired: {card: [number]}}, values: ['{"card":1}']}
      dependentSchemas: {schema: {dependentSchemas: {card: {required: [number]}}}, values: ['{"card":1}']}
      properties: {schema: {properties: {'a/b': {properties: {'c d': {type: string}}}}}, values: ['{"a/b":{"c d":1}}']}
      patternProperties: {schema: {patternProperties: {^x-: {type: string}}}, values: ['{"x-a":1}']}
      additionalProperties: {schema: {properties: {a: true}, additionalProperties: false}, values: ['{"a":1,"b":{"c":2}}']}
      other members: {schema: {additionalProperties: {type: string}}, values: ['{"b":2}']}
      propertyNames: {schema: {propertyNames: {pattern: ^a}}, values: ['{"b":2}']}
      unevaluatedProperties: {schema: {allOf: [{properties: {a: true}}], unevaluatedProperties: false}, values: ['{"a":1,"b":2}']}
      unevaluatedItems: {schema: {prefixItems: [true], unevaluatedItems: {type: string}}, values: ['[1,2]']}
      no more after a mistake: {schema: {allOf: [{properties: {a: {type: string}}}], unevaluatedProperties: false}, values: ['{"a":1}']}
      not: {schema: {not: {type: string}}, values: ['"x"']}
      if: {schema: {if: {properties: {kind: {const: card}}}, then: {required: [number]}, else: {required: [iban]}}, values: ['{"kind":"card"}', '{"kind":"cash"}']}
      anyOf types: {schema: {anyOf: [{type: string}, {type: 'null'}]}, values: ['1']}
      anyOf: {schema: {anyOf: [{type: string}, {type: object, required: [a, b]}, {type: object, required: [a], properties: {c: {type: string}}}]}, values: ['{"a":1,"c":1}']}
      oneOf by kind: {schema: {oneOf: [{properties: {kind: {const: a}, x: {type: string}}}, {properties: {kind: {const: b}, y: {type: string}, z: {type: string}}}]}, values: ['{"kind":"b","y":1,"z":1}']}
      oneOf twice: {schema: {oneOf: [{type: integer}, {minimum: 2}]}, values: ['3']}
      ref: {schema: {$ref: '#/type/schema'}, values: ['1']}
      nothing: {schema: {properties: {a: false}}, values: ['{"a":1}']}
      writeOnly: {schema: {properties: {password: {type: string, writeOnly: true}}}, values: ['{"password":"secret"}']}
      long value: {schema: {type: integer}, values: ['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"']}
      """;

  private static final String PROBLEMS =
      """
      type: strng
      minimum: '3'
      minLength: -1
      multipleOf: 0
      required: true
      pattern: '(a'
      properties: {a: {$ref: '#/defs/order'}, b: {$ref: 'https://example.com/x.json'}, c: {$ref: 'other.yaml#/a'}, d: {enum: 3}, e: {items: 7}}
      defs: {Orders: {}}
      allOf: {type: string}
      """;

  @Test
  void everyViolationReadsLikeItsGoldenText() throws IOException {
    var documents = new Documents(Path.of("."));
    Document document =
        documents.parse("orders/api.yaml", VIOLATIONS.getBytes(StandardCharsets.UTF_8));
    assertThat(document.problems()).isEmpty();
    var loader = new SchemaLoader(documents, Dialect.OPENAPI_3_1);
    var text = new StringBuilder();
    for (ObjectNode.Member member : ((ObjectNode) document.root()).members()) {
      text.append(member.name()).append('\n');
      Schema schema = loader.load(((ObjectNode) member.value()).get("schema").orElseThrow());
      for (String value : strings(((ObjectNode) member.value()).get("values").orElseThrow())) {
        var violations =
            schema.validate(JsonParser.parse(value).value().orElseThrow(), Direction.RESPONSE);
        assertThat(violations).as(member.name() + " " + value).isNotEmpty();
        violations.forEach(each -> append(text, each));
      }
    }

    assertThat(loader.problems()).isEmpty();
    assertThat(text.toString()).isEqualTo(golden("violations.golden", text.toString()));
  }

  @Test
  void everyProblemOfASchemaReadsLikeItsGoldenText() throws IOException {
    var documents = new Documents(Path.of("."));
    Document document = documents.parse("schema.yaml", PROBLEMS.getBytes(StandardCharsets.UTF_8));
    var loader = new SchemaLoader(documents, Dialect.OPENAPI_3_1);
    loader.compileAll(loader.load(document.root()));
    var text = new StringBuilder();
    loader
        .problems()
        .forEach(problem -> text.append(ProblemText.of(problem, document)).append('\n'));

    assertThat(text.toString()).isEqualTo(golden("schema-problems.golden", text.toString()));
  }

  private static void append(StringBuilder text, Violation each) {
    text.append("  ")
        .append(each.message())
        .append("\n    ")
        .append(each.keyword())
        .append(" at '")
        .append(each.instancePointer())
        .append("': wants ")
        .append(each.expected())
        .append(", got ")
        .append(each.actual())
        .append('\n');
  }

  private static List<String> strings(Node array) {
    return ((ArrayNode) array)
        .items().stream().map(item -> ((ScalarNode) item).text().orElseThrow()).toList();
  }

  /// The golden text; `-Dgolden=update` writes it anew.
  private static String golden(String name, String actual) throws IOException {
    if (System.getProperty("golden", "").equals("update")) {
      Files.writeString(Path.of("src/test/resources/dev/concordat/contracts/schema", name), actual);
      return actual;
    }
    try (InputStream in = ViolationTextTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
