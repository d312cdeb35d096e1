package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaLoaderTest {
  @TempDir private Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static Schema schema(SchemaLoader loader, Documents documents, String text) {
    return loader.load(
        documents.parse("schema.yaml", text.getBytes(StandardCharsets.UTF_8)).root());
  }

  private static Schema schema(Dialect dialect, String text) {
    var documents = new Documents(Path.of("."));
    return schema(new SchemaLoader(documents, dialect), documents, text);
  }

  private static boolean accepts(Schema schema, String value) {
    return schema.accepts(JsonParser.parse(value).value().orElseThrow());
  }

  @Test
  void followsReferencesToOtherFilesAndNamesTheirSentences() throws IOException {
    write(
        "orders/api.yaml",
        "openapi: 3.0.3\ncomponents: {schemas: {Order: {$ref: ../common/types.yaml#/Order}}}\n");
    write(
        "common/types.yaml",
        "Order:\n  properties:\n    price: {$ref: '#/Price'}\nPrice:\n  type: string\n");
    var documents = new Documents(root);
    Node api = documents.read(Path.of("orders/api.yaml")).root();
    var loader = new SchemaLoader(documents, Dialect.OPENAPI_3_0);
    Schema order = loader.load(Pointers.follow(api, "/components/schemas/Order").orElseThrow());

    var violations = order.validate(JsonParser.parse("{\"price\":10.10}").value().orElseThrow());

    assertThat(violations)
        .extracting(Violation::message)
        .containsExactly(
            "price: 10.10 is a number, the contract wants a string (common/types.yaml:5)");
    assertThat(violations.getFirst().sentenceText()).isEqualTo("type: string");
  }

  @Test
  void findsSchemasByIdAndFallsBackToTheFileBeside() throws IOException {
    write(
        "a.json",
        "{\"$id\":\"https://example.com/schemas/a.json\",\"items\":{\"$ref\":\"b.json\"}}");
    write("b.json", "{\"$id\":\"https://example.com/schemas/b.json\",\"type\":\"integer\"}");
    var documents = new Documents(root);
    SchemaLoader loader = new SchemaLoader(documents, Dialect.DRAFT_7);

    Schema schema = loader.load(documents.read(Path.of("a.json")).root());

    assertThat(accepts(schema, "[1]")).isTrue();
    assertThat(accepts(schema, "[\"x\"]")).isFalse();
    assertThat(loader.problems()).isEmpty();
  }

  @Test
  void referencesOfASchemaWithAnIdMayStillMeanTheOpenApiFile() {
    var documents = new Documents(Path.of("."));
    Node api =
        documents
            .parse(
                "api.yaml",
                "openapi: 3.1.0\ncomponents: {schemas: {A: {$id: 'https://example.com/a', $ref: '#/components/schemas/B'}, B: {type: string}}}\n"
                    .getBytes(StandardCharsets.UTF_8))
            .root();
    SchemaLoader loader = new SchemaLoader(documents, Dialect.OPENAPI_3_1);
    Schema schema = loader.load(Pointers.follow(api, "/components/schemas/A").orElseThrow());

    assertThat(accepts(schema, "1")).isFalse();
    assertThat(loader.problems()).isEmpty();
  }

  @Test
  void takesNullableAtItsWordInOpenApi30Only() {
    String text = "{nullable: true, enum: [a], allOf: [{type: string}]}";

    assertThat(accepts(schema(Dialect.OPENAPI_3_0, text), "null")).isTrue();
    assertThat(accepts(schema(Dialect.OPENAPI_3_1, text), "null")).isFalse();
  }

  @Test
  void keywordsOfOtherDialectsSayNothing() {
    assertThat(accepts(schema(Dialect.OPENAPI_3_0, "{const: 1, exclusiveMinimum: 5}"), "2"))
        .isTrue();
    assertThat(accepts(schema(Dialect.OPENAPI_3_1, "{exclusiveMinimum: 5}"), "5")).isFalse();
    assertThat(accepts(schema(Dialect.ASYNCAPI, "{const: 1}"), "2")).isFalse();
    assertThat(accepts(schema(Dialect.ASYNCAPI, "{unevaluatedProperties: false}"), "{\"a\":1}"))
        .isTrue();
  }

  @Test
  void siblingsOfARefCountSince2019() {
    String text = "{$ref: '#/definitions/a', maxLength: 1, definitions: {a: {type: string}}}";

    assertThat(accepts(schema(Dialect.OPENAPI_3_0, text), "\"ab\"")).isTrue();
    assertThat(accepts(schema(Dialect.OPENAPI_3_1, text), "\"ab\"")).isFalse();
    SchemaView view = schema(Dialect.OPENAPI_3_1, text).view();
    assertThat(view.maxLength()).contains(1L);
    assertThat(view.allOf()).hasSize(1);
    assertThat(schema(Dialect.OPENAPI_3_0, text).view().types()).containsExactly(JsonType.STRING);
  }

  @Test
  void showsTheSameConstraintsInEveryDialect() {
    SchemaView old =
        schema(
                Dialect.OPENAPI_3_0,
                "{minimum: 1, exclusiveMinimum: true, type: integer, nullable: true}")
            .view();
    SchemaView modern =
        schema(
                Dialect.OPENAPI_3_1,
                "{exclusiveMinimum: 1, type: [integer, 'null'], prefixItems: [{}], items: false, examples: [1, 2]}")
            .view();

    assertThat(old.exclusiveMinimum()).isEqualTo(modern.exclusiveMinimum());
    assertThat(old.minimum()).isEmpty();
    assertThat(old.types()).isEqualTo(modern.types());
    assertThat(modern.prefixItems()).hasSize(1);
    assertThat(modern.items().orElseThrow().allowsNothing()).isTrue();
    assertThat(modern.examples()).hasSize(2);
  }

  @Nested
  class Failures {
    @Test
    void aDanglingReferenceCostsNothingElse() throws IOException {
      var documents = new Documents(root);
      SchemaLoader loader = new SchemaLoader(documents, Dialect.OPENAPI_3_0);
      Schema schema =
          schema(loader, documents, "{properties: {a: {$ref: '#/nope'}, b: {type: string}}}");

      assertThat(accepts(schema, "{\"a\":1,\"b\":\"x\"}")).isTrue();
      assertThat(accepts(schema, "{\"a\":1,\"b\":1}")).isFalse();
      assertThat(loader.problems())
          .extracting(Problem::rule)
          .containsExactly("contract/dangling-reference");
    }

    @Test
    void schemasThatReferToThemselvesWithoutEndAllowWhatTheyDoNotForbid() {
      assertThat(accepts(schema(Dialect.DRAFT_7, "{$ref: '#'}"), "1")).isTrue();
      assertThat(
              accepts(
                  schema(
                      Dialect.DRAFT_2020_12,
                      "{allOf: [{$ref: '#'}, {anyOf: [{$ref: '#'}]}], type: string}"),
                  "1"))
          .isFalse();
      assertThat(schema(Dialect.DRAFT_7, "{$ref: '#'}").view().types()).isEmpty();
      assertThat(schema(Dialect.DRAFT_2020_12, "{$ref: '#'}").view().allOf()).hasSizeLessThan(2);
    }

    @Test
    void doesNotJudgeWhatWouldTakeForever() {
      var text = new StringBuilder("$ref: '#/$defs/s0'\n$defs:\n");
      for (int i = 0; i < 64; i++) {
        text.append(
            "  s%d: {allOf: [{$ref: '#/$defs/s%d'}, {$ref: '#/$defs/s%d'}]}\n"
                .formatted(i, i + 1, i + 1));
      }
      text.append("  s64: {type: integer}\n");
      var documents = new Documents(root);
      SchemaLoader loader = new SchemaLoader(documents, Dialect.DRAFT_2020_12);

      assertThat(accepts(schema(loader, documents, text.toString()), "1")).isTrue();
      assertThat(loader.problems())
          .extracting(Problem::rule)
          .containsExactly("contract/schema-too-costly");
    }

    @Test
    void patternsThatBacktrackForeverAreNotHeldAgainstAValue() {
      String evil = "\"" + "a".repeat(5_000) + "!\"";

      assertThat(accepts(schema(Dialect.DRAFT_7, "{pattern: '^(a+)+$'}"), evil)).isFalse();
      assertThat(accepts(schema(Dialect.DRAFT_7, "{pattern: '^(?=a)(a+)+$'}"), evil)).isTrue();
      assertThat(accepts(schema(Dialect.DRAFT_7, "{pattern: '^(a|b|ab)*(?=c)'}"), evil))
          .isIn(true, false);
    }

    @Test
    void halvesOfSurrogatePairsMayEndARangeOfCharacters() {
      // As many descriptions write it: `DBFF-DC00` is a range, not a pair.
      Schema schema = schema(Dialect.DRAFT_7, "{pattern: '^[\\uD800\\uDBFF-\\uDC00\\uDFFF]*$'}");

      assertThat(schema.loader().problems()).isEmpty();
      assertThat(accepts(schema, "\"a\"")).isFalse();
    }

    @Test
    void hugeNumbersCostNothing() {
      Schema schema = schema(Dialect.DRAFT_7, "{multipleOf: 3e-999999999, minimum: -1e999999999}");

      assertThat(accepts(schema, "1e999999999999999999999999")).isFalse();
      assertThat(accepts(schema, "9e999999999")).isTrue();
      assertThat(accepts(schema, "-9e999999999")).isFalse();
    }
  }
}
