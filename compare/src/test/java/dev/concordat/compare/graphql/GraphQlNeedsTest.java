package dev.concordat.compare.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQlNeedsTest {
  private static final String SHOP =
      """
      type Query {
        order(id: ID!, in: Currency): Order
        search(by: Search!): [Found!]!
        node(id: ID!): Node
      }
      interface Node { id: ID! }
      type Order implements Node { id: ID!, total(rounded: Boolean = true): Float!, status: Status! }
      type Item implements Node { id: ID!, sku: String }
      union Found = Order | Item
      enum Status { OPEN SHIPPED }
      enum Currency { EUR USD }
      input Search { text: String, limit: Int = 10, in: Currency }
      """;

  @TempDir Path folder;

  private Affected affected(String found, String replacement, String document) throws IOException {
    assertThat(SHOP).contains(found);
    var schemas = new Schemas(folder);
    var before = (GraphQlSchemaContract) schemas.read("old.graphql", SHOP);
    var after =
        (GraphQlSchemaContract) schemas.read("new.graphql", SHOP.replace(found, replacement));
    var consumer = (GraphQlDocumentContract) schemas.read("ask.graphql", document);
    ContractComparison comparison = Schemas.diff(before, after);
    Difference worst = comparison.differences().getFirst();
    return GraphQlNeeds.of(before, after, consumer).affected("web@1.0", worst);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          status: Status!   | state: Status!  | query A { order(id: 1) { status } }                       | BREAKS | query A is refused: `Order` has no field `status`
          status: Status!   | state: Status!  | query A { order(id: 1) { id } }                           | SAFE   | none of its operations uses it
          , sku: String     | ~~              | query A { search(by: {}) { ... on Item { sku } } }        | BREAKS | query A is refused: `Item` has no field `sku`
          in: Currency): Order | in: Currency!): Order | query A { order(id: 1) { id } }               | BREAKS | query A is refused: `Query.order` needs the argument `in`
          in: Currency): Order | in: Currency!): Order | query A { order(id: 1, in: EUR) { id } }      | SAFE   | none of its operations uses it
          in: Currency): Order | in: Currency!): Order | query A($c: Currency) { order(id: 1, in: $c) { id } } | BREAKS | query A is refused: `$c` is a `Currency`, and `Query.order.in` wants `Currency!`
          EUR USD           | EUR             | query A($c: Currency) { order(id: 1, in: $c) { id } }     | BREAKS | query A is refused: the value of `$c` is not a `Currency`
          EUR USD           | EUR             | query A { order(id: 1, in: EUR) { id } }                  | SAFE   | none of its operations uses it
          EUR USD           | EUR             | query A { order(id: 1, in: USD) { id } }                  | BREAKS | query A is refused: `USD` is not a value of `Currency`
          text: String,     | ~~              | query A($by: Search!) { search(by: $by) { __typename } }  | BREAKS | query A is refused: the value of `$by` is not a `Search!`
          text: String,     | ~~              | query A { search(by: {limit: 1}) { __typename } }         | SAFE   | none of its operations uses it
          text: String,     | text: String, x: ID!, | query A($by: Search!) { search(by: $by) { __typename } } | BREAKS | query A is refused: the value of `$by` is not a `Search!`
          status: Status!   | status: Status  | query A { order(id: 1) { status } }                       | BREAKS | query A reads what may be answered as `Order.status`
          status: Status!   | status: Status  | query A { order(id: 1) { id } }                           | SAFE   | none of its operations uses it
          OPEN SHIPPED      | OPEN SHIPPED LOST | query A { order(id: 1) { status } }                     | RISKY  | query A reads what may be answered as `Status.LOST`
          OPEN SHIPPED      | OPEN SHIPPED LOST | query A { order(id: 1) { id } }                         | SAFE   | none of its operations uses it
          ~Order | Item~    | ~Order | Item | Gift type Gift { a: Int }~ | query A { search(by: {}) { __typename } } | RISKY | query A reads what may be answered as `Found`
          limit: Int = 10   | limit: Int = 20 | query A { search(by: {text: "a"}) { __typename } }        | MEANING | query A does not give `Search.limit`, or not always
          limit: Int = 10   | limit: Int = 20 | query A { search(by: {limit: 1}) { __typename } }         | SAFE   | none of its operations uses it
          limit: Int = 10   | limit: Int = 20 | query A($by: Search!) { search(by: $by) { __typename } }  | MEANING | query A has variables that may leave out `Search.limit`
          rounded: Boolean = true | rounded: Boolean | query A { order(id: 1) { total } }               | MEANING | query A does not give `Order.total.rounded`, or not always
          rounded: Boolean = true | rounded: Boolean | query A { order(id: 1) { total(rounded: true) } } | SAFE  | none of its operations uses it
          """)
  void tellsWhetherADocumentMeetsADifference(
      String found, String replacement, String document, String impact, String why)
      throws IOException {
    // When
    Affected affected = affected(found, replacement, document);
    // Then
    assertThat(affected.consumer()).isEqualTo("web@1.0");
    assertThat(affected.why()).isEqualTo(why);
    assertThat(affected.impact()).hasToString(impact);
  }

  @Test
  void showsAnAnswerToTheConsumersOwnOperation() throws IOException {
    // When
    Affected affected =
        affected(
            "status: Status!",
            "status: Status",
            "query Both { node(id: 1) { id ... on Order { state: status } } }");
    // Then
    assertThat(affected.witness())
        .map(Witness::message)
        .hasValueSatisfying(
            message ->
                assertThat(((WitnessMessage.GraphQlAnswer) message).answer())
                    .hasToString("{\"data\":{\"node\":{\"id\":\"1\",\"state\":null}}}"));
  }

  @Test
  void showsTheVariablesThatAreRefused() throws IOException {
    // When
    Affected affected =
        affected("EUR USD", "EUR", "query A($in: Search!) { search(by: $in) { __typename } }");
    // Then
    assertThat(affected.witness())
        .map(Witness::message)
        .hasValueSatisfying(
            message ->
                assertThat(((WitnessMessage.GraphQl) message).variables())
                    .hasToString("{\"in\":{\"in\":\"USD\"}}"));
  }
}
