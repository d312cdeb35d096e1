package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Documents that went wrong in a thousand ways: all are read, compiled and judged without an exception.
class RobustnessTest {
  private static final long SEED = Long.getLong("seed", 20261122);
  private static final int ROUNDS = Integer.getInteger("rounds", 1_000);
  private static final String SIGNS = "[]{}:,'\"&*#\n\t-|>%@`!?";

  private static final List<String> TEXTS =
      List.of(
          """
          $id: https://example.com/order
          type: [object, 'null']
          required: [id, amount]
          properties: &p
            id: {type: string, format: uuid, pattern: '^(?=a)[\\w.]{1,9}$', minLength: 3}
            amount: {type: number, minimum: 0.01, multipleOf: 1e-2, exclusiveMaximum: 1e400}
            lines: {type: array, items: {$ref: '#'}, uniqueItems: true, contains: {const: 1}}
          <<: {additionalProperties: false}
          oneOf: [{$ref: '#/properties/id'}, {$ref: '#x'}, {not: {$anchor: x, enum: [1, Zoë, 😀]}}]
          unevaluatedProperties: {if: true, then: *p}
          """,
          """
          {"$schema": "https://json-schema.org/draft/2020-12/schema", "$dynamicAnchor": "n",
           "prefixItems": [{"$dynamicRef": "#n"}, true], "items": false, "dependentRequired": {"a": ["b"]},
           "patternProperties": {"^x-": {"type": "integer"}}, "propertyNames": {"maxLength": 3},
           "allOf": [{"minProperties": 1}], "$defs": {"a/b": {"type": "null"}}, "format": "date-time"}
          """);

  private static final List<JsonValue> VALUES =
      List.of(
          JsonParser.parse("{\"id\":\"7f3a\",\"amount\":10.10,\"lines\":[1,{\"id\":1e999999999}]}")
              .value()
              .orElseThrow(),
          JsonParser.parse("[[],[1,2],{\"x-a\":1.5}]").value().orElseThrow(),
          JsonParser.parse("\"2024-02-30T25:00:00Z\"").value().orElseThrow(),
          JsonParser.parse("null").value().orElseThrow());

  @Test
  void brokenDocumentsAreReadWithoutAnException() {
    System.out.println("robustness seed " + SEED + ", again with -Dseed=" + SEED);
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = broken(TEXTS.get(round % TEXTS.size()), random);
      String name = round % 3 == 0 ? "a.json" : "a.yaml";
      assertThatCode(() -> exercise(name, bytes))
          .as("round %d of seed %d: %s", round, SEED, new String(bytes, StandardCharsets.UTF_8))
          .doesNotThrowAnyException();
    }
  }

  private static void exercise(String name, byte[] bytes) {
    Document document = new DocumentReader(Path.of(".")).parse(name, bytes);
    document.problems().forEach(problem -> ProblemText.of(problem, document));
    JsonParser.parse(bytes);
    for (Dialect dialect : List.of(Dialect.OPENAPI_3_0, Dialect.DRAFT_7, Dialect.OPENAPI_3_1)) {
      var documents = new Documents(Path.of("."));
      Node root = documents.parse(name, bytes).root();
      var loader = new SchemaLoader(documents, dialect);
      Schema schema = loader.load(root);
      loader.compileAll(schema);
      loader.problems().forEach(problem -> assertThat(ProblemText.of(problem)).isNotEmpty());
      for (JsonValue value : VALUES) {
        schema.validate(value, Direction.REQUEST);
      }
    }
  }

  /// The text with some bytes changed, removed, doubled or swapped with other parts of it.
  private static byte[] broken(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(bytes.length - 1);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        case 2 ->
            System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        case 3 -> bytes = Arrays.copyOf(bytes, Math.max(2, at));
        default -> Arrays.fill(bytes, at, at + length, bytes[at]);
      }
    }
    return bytes;
  }
}
