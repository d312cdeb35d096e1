package dev.concordat.standin.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PactStandInTest {
  private static final String PACT =
      """
      {
        "consumer": {"name": "web"}, "provider": {"name": "orders"},
        "interactions": [
          {"description": "reads an order", "providerStates": [{"name": "order 7 exists"}],
           "request": {"method": "GET", "path": "/orders/7",
             "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/orders/[0-9]+"}]}}},
           "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {"id": 7, "token": "x"},
             "generators": {"body": {"$.token": {"type": "RandomHexadecimal", "digits": 8}}}}},
          {"description": "reads no order", "providerStates": [{"name": "there is no order"}],
           "request": {"method": "GET", "path": "/orders/7"},
           "response": {"status": 404}},
          {"description": "orders",
           "request": {"method": "POST", "path": "/orders", "headers": {"Content-Type": "application/json"}, "body": {"qty": 1},
             "matchingRules": {"body": {"$.qty": {"matchers": [{"match": "integer"}]}}}},
           "response": {"status": 201}}
        ],
        "metadata": {"pactSpecification": {"version": "3.0.0"}}
      }
      """;

  private final PactStandIn standIn = new PactStandIn(pact(), 1);

  private static PactContract pact() {
    return (PactContract)
        new ContractReader(Path.of(""))
            .read(TextFile.of(Path.of(""), "p.json", PACT.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponseMessage send(String method, String target, String body, Header... headers) {
    var all = new ArrayList<>(List.of(headers));
    if (!body.isEmpty()) {
      all.add(new Header("Content-Type", "application/json"));
    }
    var answers = new ArrayList<HttpResponseMessage>();
    standIn.answer(
        new HttpRequestMessage(method, target, all, Bytes.utf8(body)),
        answer -> answers.add(answer.message()));
    return answers.getFirst();
  }

  @Test
  void aRequestThatTheMatchersAcceptIsAnswered() {
    // Given
    String other = "/orders/12";

    // When
    HttpResponseMessage answer = send("GET", other, "");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().utf8()).contains("\"id\"").doesNotContain("\"x\"");
    assertThat(answer.header("Concordat-Stand-In").orElseThrow())
        .startsWith("\"orders\"; consumer=\"web\"; meaning=\"")
        .endsWith("verified=?0");
  }

  @Test
  void generatedValuesComeFromTheSeed() {
    // Given
    String first = send("GET", "/orders/7", "").body().utf8();
    var again = new ArrayList<HttpResponseMessage>();

    // When
    new PactStandIn(pact(), 1)
        .answer(
            new HttpRequestMessage("GET", "/orders/7", List.of(), Bytes.EMPTY),
            answer -> again.add(answer.message()));

    // Then
    assertThat(again.getFirst().body().utf8()).isEqualTo(first);
  }

  @Test
  void aRequestNamesTheProviderState() {
    // Given
    var none = new Header(PactStandIn.STATE, "there is no order");

    // When
    HttpResponseMessage answer = send("GET", "/orders/7", "", none);

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void aProviderStateCanBeSetForAllRequests() {
    // Given
    send("PUT", States.PATH, "[\"there is no order\"]");

    // When
    HttpResponseMessage answer = send("GET", "/orders/7", "");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(send("POST", "/orders", "{\"qty\": 3}").status()).isEqualTo(201);
    assertThat(send("GET", "/orders/8", "").status()).isEqualTo(409);
  }

  @Test
  void aStateThatNoInteractionHasIsRefused() {
    // Given
    String unknown = "[\"there is no orders\"]";

    // When
    HttpResponseMessage answer = send("PUT", States.PATH, unknown);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().utf8()).contains("Did you mean");
  }

  @Test
  void whatDiffersFromTheNearestInteractionIsTold() {
    // Given
    String wrong = "{\"qty\": \"three\"}";

    // When
    HttpResponseMessage answer = send("POST", "/orders", wrong);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().utf8()).contains("'orders' (p.json:").contains("$.qty");
  }

  @Test
  void whatNoInteractionHasIsNotFound() {
    // Given
    String nowhere = "/nowhere";

    // When
    HttpResponseMessage answer = send("DELETE", nowhere, "");

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }
}
