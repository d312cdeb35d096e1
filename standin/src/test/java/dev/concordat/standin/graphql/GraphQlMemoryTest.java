package dev.concordat.standin.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.standin.StandInSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What mutations make, change and remove.
class GraphQlMemoryTest {
  private static final long PATIENCE_SECONDS = 30;

  private static final String SCHEMA =
      """
      enum Status { NEW PAID }
      type Address { street: String!, city: String! }
      type Line { sku: String!, quantity: Int! }
      type Customer { id: ID!, name: String!, orders: [Order!]! }
      type Order {
        id: ID!
        status: Status!
        total: Float
        note: String
        customer: Customer!
        address: Address
        lines: [Line!]!
      }
      type OrderEdge { cursor: String!, node: Order! }
      type OrderConnection { edges: [OrderEdge!]!, totalCount: Int! }
      type Query {
        order(id: ID!): Order
        customer(id: ID!): Customer
        orders(status: Status, first: Int, offset: Int): [Order!]!
        page(first: Int, filter: OrderFilter): OrderConnection!
      }
      input OrderFilter { status: Status }
      input AddressInput { street: String!, city: String! }
      input LineInput { sku: String!, quantity: Int! }
      input OrderInput {
        status: Status
        total: Float
        note: String
        customerId: ID
        address: AddressInput
        lines: [LineInput!]
      }
      type CreateOrderPayload { order: Order, clientMutationId: String, userErrors: [String!]! }
      type Mutation {
        createOrder(input: OrderInput!, clientMutationId: String): CreateOrderPayload!
        updateOrder(id: ID!, input: OrderInput!): Order
        setOrderStatus(orderId: ID!, status: Status!): Order
        deleteOrder(id: ID!): Boolean!
        ping(text: String): String!
      }
      """;

  private final GraphQlStandIn standIn =
      new GraphQlStandIn(
          (GraphQlSchemaContract)
              new ContractReader(Path.of(""))
                  .read(
                      TextFile.of(
                          Path.of(""), "shop.graphql", SCHEMA.getBytes(StandardCharsets.UTF_8))),
          StandInSettings.DEFAULT);

  private HttpResponseMessage send(String method, String path, String body) throws Exception {
    var answer = new CompletableFuture<HttpResponseMessage>();
    standIn.answer(
        new HttpRequestMessage(
            method,
            path,
            List.of(new Header("Content-Type", "application/json")),
            Bytes.utf8(body)),
        served -> answer.complete(served.message()));
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private String ask(String query) throws Exception {
    HttpResponseMessage answer =
        send("POST", "/graphql", JsonObject.EMPTY.with("query", new JsonString(query)).toString());
    assertThat(answer.header("Concordat-Breaks")).isEmpty();
    return answer.body().utf8();
  }

  private static String data(String json) {
    return "{\"data\":" + json + "}";
  }

  @Test
  void whatWasMadeIsFoundByItsIdAndInLists() throws Exception {
    // Given
    String made =
        ask(
            """
            mutation { createOrder(clientMutationId: "m1", input: {status: PAID, total: 20.5, customerId: "c-9",
              address: {street: "A", city: "B"}, lines: [{sku: "tea", quantity: 2}]})
              { order { id status } clientMutationId userErrors } }
            """);
    assertThat(made)
        .isEqualTo(
            data(
                "{\"createOrder\":{\"order\":{\"id\":\"order-3\",\"status\":\"PAID\"},"
                    + "\"clientMutationId\":\"m1\",\"userErrors\":[]}}"));

    // When
    String found =
        ask(
            "{ order(id: \"order-3\") { status total customer { id orders { id } } address { street city }"
                + " lines { sku quantity } } }");

    // Then
    assertThat(found)
        .contains(
            "\"status\":\"PAID\",\"total\":20.5,\"customer\":{\"id\":\"c-9\"",
            "\"address\":{\"street\":\"A\",\"city\":\"B\"},\"lines\":[{\"sku\":\"tea\",\"quantity\":2}]",
            "{\"id\":\"order-3\"}");
    assertThat(ask("{ orders { id } }"))
        .isEqualTo(
            data("{\"orders\":[{\"id\":\"order-1\"},{\"id\":\"order-2\"},{\"id\":\"order-3\"}]}"));
    assertThat(ask("{ page { edges { node { id } } totalCount } }"))
        .contains("{\"node\":{\"id\":\"order-3\"}}", "\"totalCount\":3");
  }

  @Test
  void whatWasChangedStaysChangedAndTheRestStays() throws Exception {
    // Given
    String before = ask("{ order(id: \"order-1\") { note lines { sku } } }");

    // When
    String changed =
        ask("mutation { updateOrder(id: \"order-1\", input: {total: null, status: PAID}) { id } }");

    // Then
    assertThat(changed).isEqualTo(data("{\"updateOrder\":{\"id\":\"order-1\"}}"));
    assertThat(ask("{ order(id: \"order-1\") { status total } }"))
        .isEqualTo(data("{\"order\":{\"status\":\"PAID\",\"total\":null}}"));
    assertThat(ask("{ order(id: \"order-1\") { note lines { sku } } }")).isEqualTo(before);
    assertThat(ask("mutation { setOrderStatus(orderId: \"order-1\", status: NEW) { status } }"))
        .isEqualTo(data("{\"setOrderStatus\":{\"status\":\"NEW\"}}"));
    assertThat(ask("{ order(id: \"order-1\") { status } }"))
        .isEqualTo(data("{\"order\":{\"status\":\"NEW\"}}"));
  }

  @Test
  void whatWasRemovedIsGone() throws Exception {
    // When
    String removed = ask("mutation { deleteOrder(id: \"order-1\") }");

    // Then
    assertThat(removed).isEqualTo(data("{\"deleteOrder\":true}"));
    assertThat(ask("{ order(id: \"order-1\") { id } orders { id } }"))
        .isEqualTo(data("{\"order\":null,\"orders\":[{\"id\":\"order-2\"}]}"));
  }

  @Test
  void listsAreFilteredAndCut() throws Exception {
    // Given
    ask("mutation { createOrder(input: {status: PAID}) { order { id } } }");
    ask("mutation { updateOrder(id: \"order-1\", input: {status: NEW}) { id } }");
    ask("mutation { updateOrder(id: \"order-2\", input: {status: PAID}) { id } }");

    // When
    String paid = ask("{ orders(status: PAID) { id } }");

    // Then
    assertThat(paid).isEqualTo(data("{\"orders\":[{\"id\":\"order-2\"},{\"id\":\"order-3\"}]}"));
    assertThat(ask("{ orders(status: PAID, first: 1, offset: 1) { id } }"))
        .isEqualTo(data("{\"orders\":[{\"id\":\"order-3\"}]}"));
    assertThat(
            ask("{ page(first: 1, filter: {status: PAID}) { edges { node { id } } totalCount } }"))
        .isEqualTo(
            data("{\"page\":{\"edges\":[{\"node\":{\"id\":\"order-2\"}}],\"totalCount\":2}}"));
  }

  @Test
  void rolesAreTold() {
    assertThat(standIn.roles())
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of(
                "createOrder", "create Order",
                "updateOrder", "change Order",
                "setOrderStatus", "change Order",
                "deleteOrder", "remove Order"));
  }

  @Test
  void beginsAnewWhenTold() throws Exception {
    // Given
    ask("mutation { deleteOrder(id: \"order-1\") }");

    // When
    HttpResponseMessage answer = send("DELETE", "/.concordat/state", "");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(ask("{ order(id: \"order-1\") { id } }"))
        .isEqualTo(data("{\"order\":{\"id\":\"order-1\"}}"));
  }

  @Nested
  class Failures {
    @Test
    void whatIsNotThereIsNotChanged() throws Exception {
      // When
      String answer = ask("mutation { updateOrder(id: \"order-9\", input: {note: \"n\"}) { id } }");

      // Then
      assertThat(answer).contains("there is no Order order-9");
      assertThat(ask("{ order(id: \"order-9\") { id } }")).isEqualTo(data("{\"order\":null}"));
    }
  }
}
