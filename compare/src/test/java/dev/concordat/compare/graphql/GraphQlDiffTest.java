package dev.concordat.compare.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQlDiffTest {
  private static final String SHOP =
      """
      directive @slow(by: Int = 1) repeatable on FIELD | QUERY
      directive @owner(team: String!) on OBJECT | FIELD_DEFINITION
      type Query {
        order(id: ID!, in: Currency): Order
        search(by: Search!): [Found!]!
        node(id: ID!): Node
      }
      type Mutation { place(order: NewOrder!): Order! }
      interface Node { id: ID! }
      type Order implements Node @owner(team: "checkout") {
        id: ID!
        total(rounded: Boolean = true): Float!
        status: Status!
        old: String @deprecated(reason: "use total")
      }
      type Item implements Node { id: ID!, sku: String, weight: Float }
      union Found = Order | Item
      enum Status { OPEN SHIPPED }
      enum Currency { EUR USD }
      input Search { text: String, limit: Int = 10, in: Currency }
      input NewOrder { sku: ID!, count: Int! = 1, note: String }
      """;

  @TempDir Path folder;

  private ContractComparison after(String found, String replacement) throws IOException {
    assertThat(SHOP).contains(found);
    return new Schemas(folder).diff(SHOP, SHOP.replace(found, replacement));
  }

  @Test
  void findsNothingInASchemaAndItself() throws IOException {
    // When
    ContractComparison comparison = new Schemas(folder).diff(SHOP, SHOP);
    // Then
    assertThat(comparison.problems()).isEmpty();
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.holds()).isTrue();
    assertThat(comparison.tally().broken()).isZero();
    assertThat(comparison.tally().proved()).isGreaterThan(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          status: Status!          | state: Status!                | BREAKS graphql-selection-refused: field Order.status                   | { order(id: "1") { status } }
          old: String @deprecated(reason: "use total") | new: Int  | BREAKS graphql-deprecated-removed: field Order.old                     | { order(id: "1") { old } }
          `union Found = Order | Item` | union Found = Order       | BREAKS graphql-selection-refused: type Found/Item                      | { search(by: {}) { ... on Item { __typename } } }
          `type Item implements Node {` | type Item {              | BREAKS graphql-selection-refused: type Item/Node                       | { node(id: "1") { ... on Item { __typename } } }
          type Mutation {          | type Writes {                 | BREAKS graphql-selection-refused: operation mutation                   | mutation { place(order: {sku: "1"}) { __typename } }
          order(id: ID!, in: Currency) | order(id: ID!)            | BREAKS graphql-input-refused: argument Query.order.in                  | { order(id: "1", in: EUR) { __typename } }
          order(id: ID!, in: Currency) | order(id: ID!, in: Currency!) | BREAKS graphql-input-refused: argument Query.order.in              | { order(id: "1") { __typename } }
          order(id: ID!, in: Currency) | order(id: Int!, in: Currency) | BREAKS graphql-input-refused: argument Query.order.id              | { order(id: "1") { __typename } }
          limit: Int = 10          | limit: Int!                   | BREAKS graphql-input-refused: field Search.limit                       | { search(by: {}) { __typename } }
          limit: Int = 10          | limit: Float = 10             | BREAKS graphql-input-refused: field Search.limit                       | query($v: Int) { search(by: {limit: $v}) { __typename } } {"v":0}
          text: String             | texts: String                 | BREAKS graphql-input-refused: field Search.text                        | { search(by: {text: ""}) { __typename } }
          note: String             | note: String, by: ID!         | BREAKS graphql-input-refused: field NewOrder.by                        | mutation { place(order: {sku: "1"}) { __typename } }
          enum Currency { EUR USD } | enum Currency { EUR }        | BREAKS graphql-input-refused: enum value Currency.USD                  | { order(id: "1", in: USD) { __typename } }
          count: Int! = 1          | count: Int!                   | BREAKS graphql-input-refused: field NewOrder.count                     | mutation { place(order: {sku: "1"}) { __typename } }
          `on FIELD | QUERY`       | on QUERY                      | BREAKS graphql-directive-refused: document @slow/FIELD                 | { __typename @slow }
          repeatable               | ``                            | BREAKS graphql-directive-refused: document @slow                       | { __typename @slow @slow }
          (by: Int = 1)            | (by: Int!)                    | BREAKS graphql-directive-refused: argument @slow.by                    | { __typename @slow }
          id: ID!, sku: String,    | id: ID!, sku: Int,            | BREAKS graphql-answer-unexpected: field Item.sku                       | { search(by: {}) { ... on Item { sku } } } -> {"data":{"search":[{"sku":0}]}}
          `  status: Status!`      | `  status: Status`            | BREAKS graphql-answer-unexpected: field Order.status                   | { order(id: "1") { status } } -> {"data":{"order":{"status":null}}}
          status: Status!          | status: [Status!]!            | BREAKS graphql-answer-unexpected: field Order.status                   | { order(id: "1") { status } } -> {"data":{"order":{"status":[]}}}
          `[Found!]!`              | Found!                        | BREAKS graphql-answer-unexpected: field Query.search                   | { search(by: {}) { __typename } } -> {"data":{"search":{"__typename":"Order"}}}
          node(id: ID!): Node      | node(id: ID!): Item           | BREAKS graphql-selection-refused: field Query.node                     | { node(id: "1") { ... on Order { __typename } } }
          node(id: ID!): Node      | node(id: ID!): ID             | BREAKS graphql-selection-refused: field Query.node                     | { node(id: "1") { __typename } }
          enum Status { OPEN SHIPPED } | enum Status { OPEN SHIPPED LOST } | RISKY graphql-answer-wider: enum value Status.LOST             | { order(id: "1") { status } } -> {"data":{"order":{"status":"LOST"}}}
          `union Found = Order | Item` | `type Gift implements Node { id: ID! } union Found = Order | Item | Gift` | RISKY graphql-answer-wider: type Gift/Node | { node(id: "1") { __typename } } -> {"data":{"node":{"__typename":"Gift"}}}
          """)
  void showsWhatBreaks(String found, String replacement, String told, String witness)
      throws IOException {
    // When
    ContractComparison comparison = after(found, replacement);
    // Then
    Difference worst = comparison.differences().getFirst();
    assertThat(Schemas.told(worst)).isEqualTo(told);
    assertThat(Schemas.witness(worst)).isEqualTo(witness);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          limit: Int = 10           | limit: Int = 20            | MEANING meaning-changed: field Search.limit
          rounded: Boolean = true   | rounded: Boolean           | MEANING meaning-changed: argument Order.total.rounded
          rounded: Boolean = true   | rounded: Boolean = false   | MEANING meaning-changed: argument Order.total.rounded
          (by: Int = 1)             | (by: Int = 2)              | MEANING meaning-changed: argument @slow.by
          enum Status { OPEN SHIPPED } | enum Status { OPEN }    | CLIENT_CODE client-code-changed: enum value Status.SHIPPED
          weight: Float             | weight: Int                | CLIENT_CODE client-code-changed: field Item.weight
          sku: String, weight       | sku: ID, weight            | CLIENT_CODE client-code-changed: field Item.sku
          `@owner(team: "checkout") {` | `@owner(team: "search") {` | RISKY graphql-directive-changed: type Order.@owner.team
          `@owner(team: "checkout") {` | `{`                     | RISKY graphql-directive-changed: type Order.@owner
          sku: String, weight       | sku: String!, weight       | SAFE changed-safely: field Item.sku
          enum Currency { EUR USD } | enum Currency { EUR USD CHF } | SAFE changed-safely: enum value Currency.CHF
          in: Currency): Order      | in: Currency, at: ID): Order | SAFE changed-safely: argument Query.order.at
          note: String              | note: String, by: ID! = 1  | SAFE changed-safely: field NewOrder.by
          sku: ID!, count           | sku: ID, count             | SAFE changed-safely: field NewOrder.sku
          type Item                 | scalar Unused type Item    | SAFE changed-safely: type Unused
          weight: Float             | weight: Float @deprecated  | SAFE changed-safely: field Item.weight.@deprecated
          """)
  void tellsWhatDoesNotBreak(String found, String replacement, String told) throws IOException {
    // When
    ContractComparison comparison = after(found, replacement);
    // Then
    assertThat(Schemas.told(comparison).getFirst()).isEqualTo(told);
    assertThat(comparison.holds()).isTrue();
  }

  @Test
  void anInputOfWhichOneFieldMustBeGivenRefusesTheOthers() throws IOException {
    // When
    ContractComparison comparison =
        new Schemas(folder)
            .diff(
                "type Query { find(by: By!): Int } input By { id: ID, name: String }",
                "type Query { find(by: By!): Int } input By @oneOf { id: ID, name: String }");
    // Then
    assertThat(Schemas.told(comparison))
        .containsExactly("BREAKS graphql-input-refused: type By.@oneOf");
    assertThat(Schemas.witness(comparison)).isEqualTo("{ find(by: {}) }");
  }

  @Nested
  class Undecided {
    @Test
    void valuesOfAScalarThatTheSchemaSaysNothingAboutAreUnknown() throws IOException {
      // When
      ContractComparison comparison =
          new Schemas(folder)
              .diff("type Query { at: String }", "type Query { at: Time } scalar Time");
      // Then
      assertThat(Schemas.told(comparison).getFirst())
          .isEqualTo("UNKNOWN graphql-answer-unexpected: field Query.at");
      assertThat(comparison.holds()).isFalse();
    }
  }

  @Nested
  class Reach {
    @Test
    void whatNoOperationComesToBreaksNobody() throws IOException {
      // When
      ContractComparison comparison =
          new Schemas(folder)
              .diff(
                  "type Query { a: Int } type Lost { b: Int }",
                  "type Query { a: Int } type Lost { c: Int }");
      // Then
      assertThat(Schemas.told(comparison))
          .containsExactly(
              "SAFE changed-safely: field Lost.b", "SAFE changed-safely: field Lost.c");
      assertThat(comparison.differences().getFirst().aliases().getFirst().level())
          .isEqualTo("BREAKING");
    }

    @Test
    void aFileWithoutRootsIsTakenForAPartOfASchema() throws IOException {
      // When
      ContractComparison comparison =
          new Schemas(folder).diff("type Part { b: Int, c: Int }", "type Part { c: Int }");
      // Then
      assertThat(Schemas.told(comparison))
          .containsExactly("BREAKS graphql-selection-refused: field Part.b");
      assertThat(Schemas.witness(comparison)).isEqualTo("{ _part { b } }");
    }

    @Test
    void entitiesOfASubgraphMayBeAskedForByOthers() throws IOException {
      // When
      ContractComparison comparison =
          new Schemas(folder)
              .diff(
                  "type Query { a: Int } type Product @key(fields: \"id\") { id: ID!, b: Int }",
                  "type Query { a: Int } type Product @key(fields: \"id\") { id: ID! }");
      // Then
      assertThat(Schemas.told(comparison))
          .containsExactly("BREAKS graphql-selection-refused: field Product.b");
    }
  }
}
