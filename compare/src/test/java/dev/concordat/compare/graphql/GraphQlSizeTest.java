package dev.concordat.compare.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Impact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphQlSizeTest {
  @TempDir Path folder;

  @Test
  void aSchemaOfTwoThousandTypesIsCompared() throws IOException {
    // Given
    String text = new GeneratedSchema(1_600, 1).text();
    Contract before = new Schemas(folder).read("old.graphql", text);
    Contract after =
        new Schemas(folder)
            .read(
                "new.graphql",
                text.replace("enum E1590 { A B ", "enum E1590 { A ")
                    .replace("type T777 implements Node {\n  id: ID!", "type T777 {\n  id: Int!"));
    long start = System.nanoTime();
    // When
    ContractComparison comparison = Schemas.diff(before, after);
    // Then
    System.out.printf("2 000 types: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    assertThat(comparison.differences().stream().map(Schemas::told).toList())
        .isEqualTo(
            List.of(
                "BREAKS graphql-selection-refused: type T777/Node",
                "BREAKS graphql-answer-unexpected: field T777.id",
                "BREAKS graphql-input-refused: enum value E1590.B"));
  }

  @Test
  void schemasThatHaveNothingInCommonEnd() throws IOException {
    // Given
    Contract before = new Schemas(folder).read("old.graphql", new GeneratedSchema(100, 1).text());
    String other =
        new GeneratedSchema(100, 2).text().replaceAll("\\b([TEU]|In)(\\d+)\\b", "Other$1$2");
    Contract after = new Schemas(folder).read("new.graphql", other);
    // When
    ContractComparison comparison = Schemas.diff(before, after);
    // Then
    assertThat(Schemas.of(comparison, Impact.BREAKS)).hasSizeGreaterThan(100);
    assertThat(Schemas.of(comparison, Impact.UNKNOWN)).isEmpty();
  }

  @Test
  void inputsThatNeedThemselvesAndTypesThatLeadInCirclesEnd() throws IOException {
    // When
    ContractComparison comparison =
        new Schemas(folder)
            .diff(
                "type Query { a(by: Loop!): A, b: B } input Loop { again: Loop!, x: Int } type A {"
                    + " a: A } type B { b: B, c: Int }",
                "type Query { a(by: Loop!): A, b: B } input Loop { again: Loop! } type A { a: A }"
                    + " type B { b: B }");
    // Then
    assertThat(Schemas.told(comparison)).contains("BREAKS graphql-selection-refused: field B.c");
    assertThat(Schemas.told(comparison)).anyMatch(one -> one.endsWith("field Loop.x"));
  }

  @Test
  void aDeepChainOfTypesEnds() throws IOException {
    // Given
    var chain = new StringBuilder("type Query { t0: T0 }\n");
    int depth = 1_500;
    for (int i = 0; i < depth; i++) {
      chain.append("type T%d { t%d: T%d }\n".formatted(i, i + 1, i + 1));
    }
    String before = chain + "type T%d { last: Int, x: Int }".formatted(depth);
    // When
    ContractComparison comparison =
        new Schemas(folder).diff(before, before.replace(", x: Int", ""));
    // Then
    assertThat(Schemas.told(comparison).getFirst()).endsWith("field T%d.x".formatted(depth));
    assertThat(comparison.holds()).isFalse();
  }
}
