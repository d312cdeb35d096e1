package dev.concordat.compare.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every witness that is printed, shown to graphql-java itself: its validation, its coercion of variables, and its
/// execution over the answer's own values.
class PrintedWitnessesTest {
  private static final String SHOP =
      """
      directive @slow(by: Int = 1) repeatable on FIELD | QUERY
      type Query {
        order(id: ID!, in: Currency): Order
        search(by: Search!): [Found!]!
        node(id: ID!): Node
      }
      type Mutation { place(order: NewOrder!): Order! }
      interface Node { id: ID! }
      type Order implements Node {
        id: ID!
        total(rounded: Boolean = true): Float!
        status: Status!
      }
      type Item implements Node { id: ID!, sku: String, weight: Float, count: Int! }
      union Found = Order | Item
      enum Status { OPEN SHIPPED }
      enum Currency { EUR USD }
      input Search { text: String, limit: Int = 10, in: Currency }
      input NewOrder { sku: ID!, count: Int! = 1, note: String }
      """;

  /// What is replaced, and by what.
  private static final List<List<String>> EDITS =
      List.of(
          List.of("  status: Status!\n", ""),
          List.of("  status: Status!", "  status: Status"),
          List.of("status: Status!", "status: [Status!]!"),
          List.of("enum Status { OPEN SHIPPED }", "enum Status { OPEN SHIPPED LOST }"),
          List.of("enum Currency { EUR USD }", "enum Currency { EUR }"),
          List.of("in: Currency): Order", "in: Currency!): Order"),
          List.of("in: Currency): Order", "in: Int): Order"),
          List.of("text: String, limit", "text: String!, limit"),
          List.of("text: String, limit", "limit"),
          List.of("input NewOrder { sku: ID!", "input NewOrder { by: ID!, sku: ID!"),
          List.of("sku: String, weight", "sku: Int, weight"),
          List.of("count: Int! }", "count: Int }"),
          List.of("weight: Float, count", "weight: String, count"),
          List.of("[Found!]!", "[Found!]"),
          List.of("[Found!]!", "Found!"),
          List.of("node(id: ID!): Node", "node(id: ID!): Item"),
          List.of("node(id: ID!): Node", "node(id: ID!): ID"),
          List.of("on FIELD | QUERY", "on QUERY"),
          List.of("repeatable ", ""),
          List.of("(by: Int = 1)", "(by: Int!)"),
          List.of("union Found = Order | Item", "union Found = Order"),
          List.of("type Mutation { place(order: NewOrder!): Order! }\n", ""));

  @TempDir Path folder;

  @Test
  void areTakenByTheSenderAndRefusedByTheReceiver() throws IOException {
    // Given
    var disputed = new ArrayList<String>();
    int shown = 0;
    for (List<String> edit : EDITS) {
      String after = SHOP.replace(edit.getFirst(), edit.getLast());
      assertThat(after).as(edit.getFirst()).isNotEqualTo(SHOP);
      // When
      for (Difference difference : new Schemas(folder).diff(SHOP, after).differences()) {
        if (difference.evidence() instanceof Evidence.Witnessed(Witness witness)) {
          shown++;
          if (!isAgreed(witness.message(), after)) {
            disputed.add(edit + ": " + Schemas.witness(difference));
          }
        }
      }
    }
    // Then
    assertThat(disputed).isEmpty();
    assertThat(shown).isGreaterThanOrEqualTo(EDITS.size());
  }

  private static boolean isAgreed(WitnessMessage message, String after) {
    return switch (message) {
      case WitnessMessage.GraphQl(String document, JsonValue variables) ->
          GraphQlJava.takes(SHOP, document, values(variables))
              && !GraphQlJava.takes(after, document, values(variables));
      case WitnessMessage.GraphQlAnswer(String document, JsonValue variables, JsonValue answer) ->
          GraphQlJava.answers(after, document, values(variables), values(answer))
              && !GraphQlJava.answers(SHOP, document, values(variables), values(answer));
      default -> false;
    };
  }

  private static Map<String, Object> values(JsonValue object) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (object instanceof JsonObject(Map<String, JsonValue> members)) {
      members.forEach((name, value) -> values.put(name, java(value)));
    }
    return values;
  }

  /// Numbers with all their digits.
  private static Object java(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> GraphQlJava.NOTHING;
      case JsonBoolean(boolean flag) -> flag;
      case JsonString(String text) -> text;
      case JsonNumber number -> number.decimal();
      case JsonArray(List<JsonValue> items) ->
          items.stream().map(PrintedWitnessesTest::java).toList();
      case JsonObject object -> values(object);
    };
  }
}
