package dev.concordat.compare.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQlAgreementTest {
  private static final String SHOP =
      """
      directive @slow(by: Int) on FIELD
      type Query {
        order(id: ID!): Order
        search(by: Search!): [Found!]!
      }
      type Subscription { placed: Order, shipped: Order }
      type Order { id: ID!, total(in: Currency): Float, items: [Item!]!, old: ID @deprecated(reason: "use id") }
      type Item { sku: ID!, total: Int }
      union Found = Order | Item
      enum Currency { EUR USD }
      input Search { text: String!, limit: Int = 10, in: [Currency!] }
      """;

  @TempDir Path folder;

  private ContractComparison agree(String document) throws IOException {
    return new Schemas(folder).agree(document, SHOP);
  }

  private static String places(Difference difference) {
    return lines(difference.before()) + " -> " + lines(difference.after());
  }

  private static String lines(Optional<Sentence> sentence) {
    return sentence.map(one -> one.place().toString()).orElse("-");
  }

  @Test
  void takesOperationsThatFit() throws IOException {
    // When
    ContractComparison comparison =
        agree(
            """
            query Cart($id: ID!, $in: Currency = EUR, $skip: Boolean!) {
              order(id: $id) { ...Sums items @skip(if: $skip) { sku } }
            }
            query Find($by: Search!) { search(by: $by) { __typename ... on Item { sku } ...Sums } }
            subscription Placed { placed { id } }
            fragment Sums on Order { total(in: EUR) @slow(by: 1) }
            """
                .replace("$in: Currency = EUR, ", ""));
    // Then
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tally().proved()).isEqualTo(3);
    assertThat(comparison.holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          { order(id: 1) { sum } }                                      | graphql-selection-refused: query · field Order.sum      | ask.graphql:1:18 -> schema.graphql:7:1  | `Order` has no field `sum`
          { order(id: 1) }                                              | graphql-selection-refused: query · field Query.order    | ask.graphql:1:3 -> schema.graphql:3:3   | `Query.order` is a `Order`, so fields of it must be named
          { order(id: 1) { id { x } } }                                 | graphql-selection-refused: query · field Order.id       | ask.graphql:1:18 -> schema.graphql:7:14 | `Order.id` is a `ID!`, which has no fields
          { order(id: 1) { ... on Item { sku } } }                      | graphql-selection-refused: query · type Item            | ask.graphql:1:18 -> schema.graphql:7:1  | a `Order` is never a `Item`
          { order(id: 1) { ... on Gift { id } } }                       | graphql-selection-refused: query · type Gift            | ask.graphql:1:25 -> -                   | the type `Gift` is not defined
          mutation Buy { buy }                                          | graphql-selection-refused: mutation Buy · operation | ask.graphql:1:1 -> -                    | the schema has no mutation type
          { order { id } }                                              | graphql-input-refused: query · argument Query.order.id  | ask.graphql:1:3 -> schema.graphql:3:9   | `Query.order` needs the argument `id`
          { order(id: 1, x: 2) { id } }                                 | graphql-input-refused: query · argument Query.order.x   | ask.graphql:1:16 -> -                   | `Query.order` has no argument `x`; it has id
          { order(id: 1.5) { id } }                                     | graphql-input-refused: query · argument Query.order.id  | ask.graphql:1:13 -> schema.graphql:3:9  | `1.5` is not a `ID`
          { order(id: 1) { total(in: CHF) } }                           | graphql-input-refused: query · argument Currency.CHF    | ask.graphql:1:28 -> schema.graphql:10:1 | `CHF` is not a value of `Currency`
          { search(by: {limit: 2}) { __typename } }                     | graphql-input-refused: query · argument Search.text     | ask.graphql:1:14 -> schema.graphql:11:16 | `Search` needs the field `text`
          { search(by: {text: "", x: 2}) { __typename } }               | graphql-input-refused: query · argument Search.x        | ask.graphql:1:28 -> schema.graphql:11:1 | `Search` has no field `x`
          query($id: ID) { order(id: $id) { id } }                      | graphql-input-refused: query · argument Query.order.id  | ask.graphql:1:28 -> schema.graphql:3:9  | `$id` is a `ID`, and `Query.order.id` wants `ID!`
          query($by: Find!) { search(by: $by) { __typename } }          | graphql-input-refused: query · type Find                | ask.graphql:1:7 -> -                    | the type `Find` of `$by` is not defined
          { order(id: 1) @fast { id } }                                 | graphql-directive-refused: query · document @fast       | ask.graphql:1:16 -> -                   | the directive `@fast` is not defined
          query @slow { order(id: 1) { id } }                           | graphql-directive-refused: query · document @slow       | ask.graphql:1:7 -> schema.graphql:1:1   | the directive `@slow` may not stand on QUERY
          { order(id: 1) @slow @slow { id } }                           | graphql-directive-refused: query · document @slow       | ask.graphql:1:22 -> schema.graphql:1:1  | the directive `@slow` may stand there only once
          { order(id: 1) @slow(for: 1) { id } }                         | graphql-directive-refused: query · document @slow.for   | ask.graphql:1:22 -> -                   | `@slow` has no argument `for`; it has by
          { a: order(id: 1) { id } a: order(id: 2) { id } }             | graphql-selection-refused: query · field Query.order    | ask.graphql:1:26 -> schema.graphql:3:3  | `Query.order` and `Query.order`, both answered as `a`, have different arguments
          { search(by: {text: ""}) { ... on Order { total } ... on Item { total } } } | graphql-selection-refused: query · field Item.total | ask.graphql:1:65 -> schema.graphql:8:23 | `Order.total` and `Item.total`, both answered as `total`, have types that no one value has
          query($x: Int) { order(id: 1) { id } }                        | graphql-document-invalid: query · document $x           | ask.graphql:1:7 -> -                    | the variable `$x` is not used
          subscription { placed { id } shipped { id } }                 | graphql-document-invalid: subscription · document Subscription | ask.graphql:1:1 -> schema.graphql:6:1 | a subscription asks for exactly one field of `Subscription`
          """)
  void tellsWhatIsRefusedWithThePlacesOnBothSides(
      String document, String told, String places, String message) throws IOException {
    // When
    ContractComparison comparison = agree(document);
    // Then
    Difference worst = comparison.differences().getFirst();
    assertThat(Schemas.told(worst)).isEqualTo("BREAKS " + told);
    assertThat(places(worst)).isEqualTo(places);
    assertThat(worst.message()).isEqualTo(message);
    assertThat(comparison.tally().broken()).isEqualTo(1);
  }

  @Test
  void tellsOnceWhatOperationsShareAndWhoElseMeetsIt() throws IOException {
    // When
    ContractComparison comparison =
        agree(
            """
            query One { order(id: 1) { ...F } }
            query Two { order(id: 2) { ...F } }
            fragment F on Order { sum }
            """);
    // Then
    assertThat(Schemas.told(comparison))
        .containsExactly("BREAKS graphql-selection-refused: query One · field Order.sum");
    assertThat(comparison.differences().getFirst().also())
        .extracting(one -> one.position().operation())
        .containsExactly("query Two");
    assertThat(Schemas.witness(comparison))
        .contains("query One")
        .contains("fragment F")
        .doesNotContain("Two");
    assertThat(comparison.tally().broken()).isEqualTo(2);
  }

  @Test
  void saysWhatIsDeprecated() throws IOException {
    // When
    ContractComparison comparison = agree("query Old { order(id: 1) { old } }");
    // Then
    assertThat(Schemas.told(comparison))
        .containsExactly("SAFE graphql-deprecated-used: query Old · field Order.old");
    assertThat(comparison.differences().getFirst().message())
        .isEqualTo("`Order.old` is deprecated: use id");
    assertThat(comparison.holds()).isTrue();
  }

  @Test
  void aSchemaThatTheConsumerWasMadeWithIsComparedAsASchema() throws IOException {
    // Given
    String consumers = "type Query { order: Order } type Order { id: ID!, total: Float }";
    // When
    ContractComparison comparison =
        new Schemas(folder)
            .agree(consumers, "type Query { order: Order } type Order { id: ID!, other: Int }");
    // Then
    assertThat(Schemas.told(comparison).getFirst())
        .isEqualTo("BREAKS graphql-selection-refused: field Order.total");
  }

  @Nested
  class Undecided {
    @Test
    void aFragmentThatMayBeInAnotherFileIsUnknown() throws IOException {
      // When
      ContractComparison comparison = agree("{ order(id: 1) { ...Elsewhere } }");
      // Then
      assertThat(Schemas.of(comparison, Impact.UNKNOWN))
          .extracting(Difference::message)
          .containsExactly("the fragment `Elsewhere` is not defined in this file");
      assertThat(Schemas.of(comparison, Impact.BREAKS)).isEmpty();
      assertThat(comparison.holds()).isFalse();
    }

    @Test
    void aProviderWhoseSchemaHasMistakesIsUnknown() throws IOException {
      // When
      ContractComparison comparison =
          new Schemas(folder)
              .agree(
                  "{ a(by: {x: 1}) }",
                  "type Query { a(by: By): Int } input By @oneOf { x: Int = 1 }");
      // Then
      assertThat(comparison.differences()).isNotEmpty();
      assertThat(comparison.holds()).isFalse();
    }
  }
}
