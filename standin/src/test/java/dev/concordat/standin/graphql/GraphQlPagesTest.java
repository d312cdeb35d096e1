package dev.concordat.standin.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.StandInSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists in parts and in an order: four orders that clients made.
class GraphQlPagesTest {
  private static final int PATIENCE_SECONDS = 20;

  private static final String SCHEMA =
      """
      enum Direction { ASC DESC }
      enum OrderSort { TOTAL_ASC TOTAL_DESC NOTE_ASC }
      enum OrderField { TOTAL NOTE }
      input OrderBy { field: OrderField!, direction: Direction }
      input OrderKeys { total: Direction, note: Direction }
      type Order { id: ID!, total: Float!, note: String! }
      type OrderEdge { cursor: String!, node: Order! }
      type PageInfo { hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String }
      type OrderConnection { edges: [OrderEdge!]!, nodes: [Order!]!, pageInfo: PageInfo!, totalCount: Int! }
      type Query {
        page(first: Int, after: String, last: Int, before: String, sort: OrderSort): OrderConnection!
        bySort(sort: OrderSort): [Order!]!
        byText(sortBy: String): [Order!]!
        byField(orderBy: OrderBy): [Order!]!
        byKeys(orderBy: [OrderKeys!]): [Order!]!
        apart(sort: OrderField, direction: Direction): [Order!]!
      }
      input OrderInput { total: Float!, note: String! }
      type Mutation { createOrder(input: OrderInput!): Order!, deleteOrder(id: ID!): Boolean! }
      """;

  private final GraphQlStandIn standIn =
      new GraphQlStandIn(
          (GraphQlSchemaContract)
              new ContractReader(Path.of(""))
                  .read(
                      TextFile.of(
                          Path.of(""), "shop.graphql", SCHEMA.getBytes(StandardCharsets.UTF_8))),
          StandInSettings.DEFAULT);

  private String ask(String query) throws Exception {
    var answer = new CompletableFuture<HttpResponseMessage>();
    standIn.answer(
        new HttpRequestMessage(
            "POST",
            "/graphql",
            List.of(new Header("Content-Type", "application/json")),
            Bytes.utf8(JsonObject.EMPTY.with("query", new JsonString(query)).toString())),
        served -> answer.complete(served.message()));
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).body().utf8();
  }

  private static JsonValue at(String json, String... path) {
    JsonValue at = JsonParser.parse(json.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
    for (String name : path) {
      at = ((JsonObject) at).member(name).orElseThrow();
    }
    return at;
  }

  private static List<String> texts(JsonValue list, String member) {
    List<String> texts = new ArrayList<>();
    for (JsonValue item : ((JsonArray) list).items()) {
      texts.add(((JsonString) ((JsonObject) item).member(member).orElseThrow()).value());
    }
    return texts;
  }

  @BeforeEach
  void fourOrders() throws Exception {
    ask("mutation { deleteOrder(id: \"order-1\") }");
    ask("mutation { deleteOrder(id: \"order-2\") }");
    for (String order :
        List.of("3, note: \"c\"", "20, note: \"a\"", "1, note: \"e\"", "100, note: \"b\"")) {
      ask("mutation { createOrder(input: {total: " + order + "}) { id } }");
    }
  }

  @Test
  void aListIsReadPageByPageWithTheCursorsOfPageInfo() throws Exception {
    // When
    List<String> notes = new ArrayList<>();
    Optional<String> after = Optional.empty();
    boolean goesOn = true;
    while (goesOn) {
      String arguments = "first: 3" + after.map(it -> ", after: \"" + it + "\"").orElse("");
      String page =
          ask(
              "{ page("
                  + arguments
                  + ") { nodes { note } pageInfo { hasNextPage endCursor } totalCount } }");
      notes.addAll(texts(at(page, "data", "page", "nodes"), "note"));
      after = Optional.of(((JsonString) at(page, "data", "page", "pageInfo", "endCursor")).value());
      goesOn = at(page, "data", "page", "pageInfo", "hasNextPage").toString().equals("true");
      assertThat(page).contains("\"totalCount\":4");
    }

    // Then
    assertThat(notes).containsExactly("c", "a", "e", "b");
  }

  @Test
  void cursorsOfEdgesSayWhereToGoOnInBothDirections() throws Exception {
    // Given
    String all = ask("{ page { edges { cursor node { note } } } }");
    List<String> cursors = texts(at(all, "data", "page", "edges"), "cursor");

    // When
    String back =
        ask(
            "{ page(last: 2, before: \""
                + cursors.get(3)
                + "\") { nodes { note } pageInfo { hasNextPage hasPreviousPage startCursor } } }");

    // Then
    assertThat(cursors).doesNotHaveDuplicates();
    assertThat(back)
        .isEqualTo(
            "{\"data\":{\"page\":{\"nodes\":[{\"note\":\"a\"},{\"note\":\"e\"}],\"pageInfo\":{\"hasNextPage\":true,"
                + "\"hasPreviousPage\":true,\"startCursor\":\""
                + cursors.get(1)
                + "\"}}}}");
  }

  @Test
  void aCursorThatTheListDoesNotHaveIsAnError() throws Exception {
    assertThat(ask("{ page(after: \"nowhere\") { nodes { note } } }"))
        .contains("this list has no cursor 'nowhere'; edges and pageInfo show those it has");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bySort(sort: TOTAL_DESC)",
        "byText(sortBy: \"-total\")",
        "byText(sortBy: \"total:desc\")",
        "byField(orderBy: {field: TOTAL, direction: DESC})",
        "byKeys(orderBy: [{total: DESC}])",
        "apart(sort: TOTAL, direction: DESC)"
      })
  void aListIsSortedAsItsArgumentsAskFor(String list) throws Exception {
    // When
    String sorted = ask("{ list: " + list + " { note } }");

    // Then
    assertThat(texts(at(sorted, "data", "list"), "note")).containsExactly("b", "a", "c", "e");
  }

  @Test
  void whatIsSortedIsPagedInItsOrder() throws Exception {
    // When
    String page = ask("{ page(sort: NOTE_ASC, first: 2) { nodes { note } } }");

    // Then
    assertThat(texts(at(page, "data", "page", "nodes"), "note")).containsExactly("a", "b");
  }
}
