package dev.concordat.standin.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.wire.capture.EventLoops;
import graphql.introspection.IntrospectionQuery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A started server, asked by a client.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQlStandInTest {
  private static final String SCHEMA =
      """
      scalar DateTime
      interface Node { id: ID! }
      enum Status { NEW PAID }
      type Customer implements Node { id: ID!, name: String!, orders(first: Int): [Order!]! }
      type Order implements Node {
        id: ID!
        status: Status!
        total: Float!
        createdAt: DateTime!
        customer: Customer!
        customerId: ID!
      }
      union Found = Customer | Order
      type Query {
        order(id: ID!): Order
        orders: [Order!]!
        node(id: ID!): Node
        search(text: String!): [Found!]!
      }
      type Mutation { cancel(id: ID!): Order }
      type Subscription { changed: Order }
      """;

  private static final String MODERN = "application/graphql-response+json";

  private final EventLoops loops = EventLoops.portable(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeAll
  void start() throws IOException {
    server = HttpServer.open(0, new GraphQlStandIn(read(SCHEMA), StandInSettings.DEFAULT), loops);
  }

  @AfterAll
  void stop() {
    server.close();
    client.close();
    loops.close();
  }

  private static GraphQlSchemaContract read(String text) {
    return (GraphQlSchemaContract)
        new ContractReader(Path.of(""))
            .read(TextFile.of(Path.of(""), "shop.graphql", text.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> ask(String query, String variables)
      throws IOException, InterruptedException {
    String body =
        JsonObject.EMPTY.with("query", new JsonString(query)).toString().replaceFirst("}$", "")
            + ",\"variables\":"
            + variables
            + "}";
    return send(
        HttpRequest.newBuilder(URI.create(server.url() + "/graphql"))
            .header("Content-Type", "application/json")
            .header("Accept", MODERN)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> ask(String query) throws IOException, InterruptedException {
    return ask(query, "{}");
  }

  private HttpResponse<String> get(String query) throws IOException, InterruptedException {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(URI.create(server.url() + "/graphql?query=" + encoded)).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theSameIdIsTheSameObjectWhereverItIsAsked() throws Exception {
    // Given
    String query =
        """
        query Two($id: ID!) {
          one: order(id: $id) { ...all }
          other: node(id: $id) { __typename ... on Order { ...all } }
        }
        fragment all on Order { id status total createdAt customer { id name } customerId }
        """;

    // When
    HttpResponse<String> answer = ask(query, "{\"id\":\"order-1\"}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(MODERN);
    assertThat(answer.headers().firstValue("Concordat-Breaks")).isEmpty();
    String body = answer.body();
    String one = body.substring(body.indexOf("{\"id\":\"order-1\""), body.indexOf("},\"other\""));
    assertThat(body.substring(body.indexOf("\"other\"")))
        .contains("\"__typename\":\"Order\"")
        .contains(one.substring(1));
    assertThat(one.replaceAll(".*\"customer\":\\{\"id\":(\"[^\"]+\").*", "$1"))
        .isEqualTo(one.replaceAll(".*\"customerId\":(\"[^\"]+\").*", "$1"));
  }

  @Test
  void whatAListHoldsIsWhatItsIdsLeadTo() throws Exception {
    // Given
    String total =
        ask("{ orders { id total } }")
            .body()
            .replaceAll(".*\"order-2\",\"total\":([0-9.]+).*", "$1");

    // When
    HttpResponse<String> answer = ask("{ order(id: \"order-2\") { total } }");

    // Then
    assertThat(answer.body()).isEqualTo("{\"data\":{\"order\":{\"total\":" + total + "}}}");
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    // Given
    String query =
        "{ search(text: \"a\") { __typename ... on Order { id } ... on Customer { name } } }";
    String before = ask(query).body();

    // When
    String again = ask(query).body();

    // Then
    assertThat(again).isEqualTo(before).contains("__typename");
  }

  @Test
  void theStandardIntrospectionIsAnswered() throws Exception {
    // Given
    String query = IntrospectionQuery.INTROSPECTION_QUERY;

    // When
    HttpResponse<String> answer = ask(query);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"name\":\"Customer\"").doesNotContain("\"errors\"");
  }

  @Test
  void aQueryIsAnsweredByGetAndSaysForWhatItSpeaks() throws Exception {
    // Given
    String query = "{ orders { id } }";

    // When
    HttpResponse<String> answer = get(query);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(answer.headers().firstValue("Concordat-Stand-In").orElseThrow())
        .startsWith("\"shop.graphql\"; kind=\"graphql\"; meaning=\"")
        .endsWith("seed=1; verified=?0");
  }

  @Nested
  class Failures {
    @Test
    void anOperationThatTheSchemaForbidsIsRefusedWithItsLocationAndTheSentence() throws Exception {
      // Given
      String query = "{\n  order(id: 7) { totl }\n}";

      // When
      HttpResponse<String> answer = ask(query);

      // Then
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .startsWith("{\"errors\":[")
          .contains("totl")
          .contains("\"locations\":[{\"line\":2,\"column\":18}]")
          .contains("\"sentence\":\"shop.graphql:5\"")
          .doesNotContain("\"data\"");
    }

    @Test
    void aVariableOfTheWrongTypeIsRefused() throws Exception {
      // Given
      String query = "query One($id: ID!) { order(id: $id) { id } }";

      // When
      HttpResponse<String> answer = ask(query, "{}");

      // Then
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("\"errors\"").contains("id");
    }

    @Test
    void aBrokenQueryIsRefusedWithItsLocation() throws Exception {
      // Given
      String query = "{ orders {";

      // When
      HttpResponse<String> answer = ask(query);

      // Then
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("\"locations\"");
    }

    @Test
    void aQueryThatIsNestedTooDeeplyIsRefused() throws Exception {
      // Given
      String query =
          "{ orders " + "{ customer { orders ".repeat(5_000) + "{ id }" + "} }".repeat(5_000) + "}";

      // When
      HttpResponse<String> answer = ask(query);

      // Then
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).startsWith("{\"errors\":[");
    }

    @Test
    void anAnswerThatWouldGrowWithoutEndIsNotMade() throws Exception {
      // Given
      String query =
          "{ orders " + "{ customer { orders ".repeat(20) + "{ id }" + "} }".repeat(20) + "}";

      // When
      HttpResponse<String> answer = ask(query);

      // Then
      assertThat(answer.body()).contains("more than 50000 values").hasSizeLessThan(10_000);
    }

    @Test
    void aMutationByGetIsNotAllowed() throws Exception {
      // Given
      String query = "mutation { cancel(id: 1) { id } }";

      // When
      HttpResponse<String> answer = get(query);

      // Then
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aBodyThatIsNoJsonAndOneOfAnotherTypeAreRefused() throws Exception {
      // Given
      var request = HttpRequest.newBuilder(URI.create(server.url() + "/graphql"));
      HttpResponse<String> broken =
          send(
              request
                  .copy()
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"query\":")));

      // When
      HttpResponse<String> other =
          send(
              request
                  .header("Content-Type", "text/plain")
                  .POST(HttpRequest.BodyPublishers.ofString("{ orders { id } }")));

      // Then
      assertThat(broken.statusCode()).isEqualTo(400);
      assertThat(other.statusCode()).isEqualTo(415);
    }

    @Test
    void aSubscriptionIsRefused() throws Exception {
      // Given
      String query = "subscription { changed { id } }";

      // When
      HttpResponse<String> answer = ask(query);

      // Then
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("subscriptions are not served");
    }
  }
}
