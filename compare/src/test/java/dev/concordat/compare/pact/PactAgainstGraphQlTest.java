package dev.concordat.compare.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactAgainstGraphQlTest {
  private static final String SCHEMA =
      """
      type Query {
        order(id: ID!): Order
      }
      type Order {
        id: ID!
        total: Float!
        note: String
        customer: Customer!
      }
      union Customer = Person | Company
      type Person { name: String! }
      type Company { title: String! }
      """;

  @TempDir private Path folder;

  private ContractComparison agree(String query, String variables, String response) {
    String pact =
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"},
         "interactions": [{"description": "an order",
           "request": {"method": "POST", "path": "/graphql",
             "headers": {"Content-Type": "application/json"},
             "body": {"query": "%s", "variables": %s}},
           "response": {"status": 200, "headers": {"Content-Type": "application/json"},
             "body": %s}}],
         "metadata": {"pactSpecification": {"version": "3.0.0"}}}
        """
            .formatted(query, variables, response);
    return new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)))
        .agree(
            Agreement.read(folder, "pact.json", pact),
            Agreement.read(folder, "schema.graphql", SCHEMA))
        .orElseThrow();
  }

  private static List<String> codes(ContractComparison comparison) {
    return comparison.differences().stream()
        .flatMap(difference -> difference.aliases().stream())
        .map(alias -> alias.id() + " " + alias.level())
        .toList();
  }

  @Test
  void aCallThatFitsIsMatched() {
    // When
    ContractComparison comparison =
        agree(
            "query One($id: ID!) { order(id: $id) { id total } }",
            "{\"id\": \"1\"}",
            "{\"data\": {\"order\": {\"id\": \"1\", \"total\": 9.5}}}");

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(codes(comparison)).containsExactly("graphql.operation.matched info");
  }

  @Test
  void aFieldThatTheSchemaLacksBreaks() {
    // When
    ContractComparison comparison =
        agree("{ order(id: 1) { id price } }", "{}", "{\"data\": {\"order\": {\"id\": \"1\"}}}");

    // Then
    Difference difference = comparison.differences().getFirst();
    assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    assertThat(difference.message())
        .isEqualTo("an order: Field 'price' in type 'Order' is undefined");
    assertThat(difference.after().orElseThrow().place().line()).isEqualTo(4);
    assertThat(codes(comparison)).containsExactly("request.graphql.field.unknown error");
  }

  @Test
  void aVariableOfAnotherTypeBreaks() {
    // When
    ContractComparison comparison =
        agree(
            "query One($id: ID!) { order(id: $id) { id } }",
            "{}",
            "{\"data\": {\"order\": {\"id\": \"1\"}}}");

    // Then
    assertThat(codes(comparison)).containsExactly("request.graphql.variables.incompatible error");
  }

  @Test
  void anAnswerThatNeverComesBreaks() {
    // When
    ContractComparison comparison =
        agree(
            "{ order(id: 1) { id total } }",
            "{}",
            "{\"data\": {\"order\": {\"id\": \"1\", \"total\": \"9.50\"}}}");

    // Then
    assertThat(Agreement.told(comparison))
        .containsExactly(
            "breaks agree/nothing-in-common POST /graphql · response body /data/order/total");
    assertThat(codes(comparison)).containsExactly("response.graphql.body.incompatible error");
  }

  @Test
  void anAlternativeOfAUnionIsPossibleAndNotSure() {
    // When
    ContractComparison comparison =
        agree(
            "{ order(id: 1) { customer { ... on Person { name } ... on Company { title } } } }",
            "{}",
            "{\"data\": {\"order\": {\"customer\": {\"name\": \"Zoë\"}}}}");

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(Agreement.told(comparison))
        .containsExactly(
            "risky agree/response-body-unexpected POST /graphql · response body",
            "safe agree/need-met POST /graphql · operation");
  }

  @Test
  void aQueryThatCannotBeParsedBreaks() {
    // When
    ContractComparison comparison = agree("not a query", "{}", "{}");

    // Then
    assertThat(codes(comparison)).containsExactly("request.graphql.document.invalid error");
  }
}
