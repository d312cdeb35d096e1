package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkshopTest {
  private static final String PRODUCT = "{\"name\":\"Saw\",\"category\":\"tool\",\"price\":12.50}";
  private static final String CUSTOMER =
      "{\"name\":\"Ada\",\"email\":\"ada@example.com\",\"tier\":\"gold\",\"phone\":\"+49301234\"}";
  private static final String ORDER =
      "{\"currency\":\"EUR\",\"lines\":[{\"sku\":\"WRK-1001\",\"quantity\":2,\"discount\":0.15}],"
          + "\"payment\":{\"kind\":\"card\",\"number\":\"4111111111111111\"}}";
  private static final HttpJudge JUDGE = new HttpJudge(Contracts.workshop());

  private final Workshop workshop = new Workshop(Set.of());

  @Test
  void readsItsOwnDescriptionWithoutProblems() {
    assertThat(Contracts.workshop().problems()).isEmpty();
    assertThat(Contracts.workshop().operations()).hasSize(19);
  }

  @Test
  void saysOfEveryFaultWhatItIs() {
    assertThat(FaultTable.lines())
        .extracting(FaultTable.Line::fault)
        .containsExactlyInAnyOrder(Fault.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|GET /v1/products?limit=1&tags=a&tags=b&q=x|",
        "400|GET /v1/products?limit=51|",
        "400|GET /v1/products?limit=1&limit=2|",
        "400|GET /v1/products?category=stone|",
        "404|GET /v1/products/WRK-9999|",
        "405|POST /v1/products/WRK-9999|",
        "201|PUT /v1/products/NEW-1234|{\"name\":\"Saw\",\"category\":\"tool\",\"price\":1}",
        "400|PUT /v1/products/NEW-1234|{\"name\":\"S\",\"category\":\"tool\",\"price\":1}",
        "404|PUT /v1/products/new-1234|{\"name\":\"Saw\",\"category\":\"tool\",\"price\":1}",
        "400|POST /v1/customers|{\"name\":\"Ada\",\"tier\":\"gold\"}",
        "400|POST /v1/customers|{\"name\":",
        "404|GET /v1/customers/00000000-0000-0000-0000-000000000000|",
        "404|GET /v1/nothing|",
        "404|GET /v1/documents/none|",
        "404|HEAD /v1/documents/none|",
        "201|PUT /v1/documents/one|{\"title\":\"One\"}",
        "400|PUT /v1/documents/one|",
      })
  void answersAsItsContractSays(int status, String request, String body) {
    // Given
    String[] line = request.split(" ", -1);

    // When
    Exchange exchange = send(line[0], line[1], body == null ? "" : body);

    // Then
    assertThat(exchange.response().status()).isEqualTo(status);
    assertThat(exchange.breaches()).isEmpty();
  }

  @Test
  void keepsWhatItWasGivenUntilItIsDeleted() {
    // Given
    String path = send("POST", "/v1/customers", CUSTOMER).location();
    String order = send("POST", path + "/orders", ORDER).location();

    // When
    List<Exchange> story =
        List.of(
            send("GET", path, ""),
            send("PUT", path, CUSTOMER.replace(",\"phone\":\"+49301234\"", "")),
            send("GET", path, ""),
            send("GET", order, ""),
            send("GET", path + "/orders", ""),
            send("DELETE", path, ""),
            send("GET", path, ""),
            send("GET", order, ""),
            send("DELETE", path, ""));

    // Then
    assertThat(story)
        .extracting(exchange -> exchange.response().status())
        .containsExactly(200, 200, 200, 200, 200, 204, 404, 404, 404);
    assertThat(story.get(0).member("phone")).isEqualTo("\"+49301234\"");
    assertThat(story.get(2).member("phone")).isEmpty();
    assertThat(story).allSatisfy(exchange -> assertThat(exchange.breaches()).isEmpty());
  }

  @Test
  void hidesFromOneUserWhatBelongsToAnother() {
    // Given
    String path = send("POST", "/v1/customers", CUSTOMER).location();
    var bob = new Header("Authorization", "Bearer token-bob");

    // When
    List<Exchange> asBob =
        List.of(
            send("GET", path, "", bob),
            send("DELETE", path, "", bob),
            send("GET", "/v1/customers", "", bob),
            send("GET", "/v1/customers", "", new Header("Authorization", "Bearer token-eve")));

    // Then
    assertThat(asBob)
        .extracting(exchange -> exchange.response().status())
        .containsExactly(404, 404, 200, 401);
    assertThat(new String(asBob.get(2).response().body(), StandardCharsets.UTF_8)).isEqualTo("[]");
  }

  @Test
  void guardsDocumentsByTheirTags() {
    // Given
    String tag = send("PUT", "/v1/documents/a", "{\"title\":\"One\"}").header("ETag");
    var match = new Header("If-Match", tag);

    // When
    List<Exchange> story =
        List.of(
            send("GET", "/v1/documents/a", "", token(), new Header("If-None-Match", tag)),
            send("PUT", "/v1/documents/a", "{\"title\":\"Two\"}", token(), match),
            send("PUT", "/v1/documents/a", "{\"title\":\"Three\"}", token(), match),
            send("GET", "/v1/documents/a", "", token(), new Header("If-None-Match", tag)));

    // Then
    assertThat(story)
        .extracting(exchange -> exchange.response().status())
        .containsExactly(304, 204, 412, 200);
    assertThat(story.getLast().member("title")).isEqualTo("\"Two\"");
  }

  @Test
  void makesOneOrderOfTwoRequestsWithOneKey() {
    // Given
    String path = send("POST", "/v1/customers", CUSTOMER).location() + "/orders";
    var key = new Header("Idempotency-Key", "0b0f3c1e-93a5-4f0c-8a51-d0ce3b0e2a10");

    // When
    Exchange first = send("POST", path, ORDER, token(), key);
    Exchange again = send("POST", path, ORDER, token(), key);
    Exchange other = send("POST", path, ORDER.replace("EUR", "CHF"), token(), key);

    // Then
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(other.response().status()).isEqualTo(409);
  }

  @Test
  void knowsTheTypesOfMedia() {
    // Given
    var accept = new Header("Accept", "application/xml");
    var type = new Header("Content-Type", "text/plain");

    // When
    Exchange notAcceptable = send("GET", "/v1/products", "", accept);
    Exchange wrongType = send("POST", "/v1/products", PRODUCT, token(), type);
    Exchange otherCase =
        send(
            "POST",
            "/v1/products",
            PRODUCT,
            token(),
            new Header("Content-Type", "Application/JSON"));

    // Then
    assertThat(notAcceptable.response().status()).isEqualTo(406);
    assertThat(wrongType.response().status()).isEqualTo(415);
    assertThat(otherCase.response().status()).isEqualTo(201);
  }

  private static Header token() {
    return new Header("Authorization", "Bearer token-ada");
  }

  private Exchange send(String method, String target, String body, Header... given) {
    List<Header> headers =
        new ArrayList<>(List.of(given.length == 0 ? new Header[] {token()} : given));
    if (!body.isEmpty() && headers.stream().noneMatch(h -> h.name().equals("Content-Type"))) {
      headers.add(new Header("Content-Type", "application/json"));
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    var request = new Request(method, target, headers, bytes, bytes);
    return new Exchange(request, workshop.answer(request));
  }

  /// A request and its answer, which the contract's judge can look at.
  private record Exchange(Request request, Response response) {
    List<?> breaches() {
      byte[] body = request.method().equals("HEAD") ? new byte[0] : response.body();
      return JUDGE.judgeResponse(
          new HttpRequestMessage(
              request.method(), request.target(), request.headers(), Bytes.of(request.body())),
          new HttpResponseMessage(response.status(), response.headers(), Bytes.of(body)));
    }

    String header(String name) {
      return response.headers().stream()
          .filter(header -> header.name().equals(name))
          .findFirst()
          .orElseThrow()
          .value();
    }

    String location() {
      return header("Location");
    }

    String member(String name) {
      return JsonParser.parse(response.body()).value().orElseThrow() instanceof JsonObject object
          ? object.member(name).map(Object::toString).orElse("")
          : "";
    }
  }
}
