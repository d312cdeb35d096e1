package dev.concordat.contracts.pact.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.mock.PactMock;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PactVerifierTest {
  private static final PactGenerators GENERATORS =
      new PactGenerators(1, ZonedDateTime.parse("2000-01-01T10:00:00Z"));

  private static PactContract pact(String... interactions) {
    String text =
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"},
         "interactions": [%s],
         "metadata": {"pactSpecification": {"version": "4.0"}}}
        """
            .formatted(String.join(",", interactions));
    return PactReader.read(
        new DocumentReader(Path.of(".")).parse("pact.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static final String ORDER =
      """
      {"description": "order", "providerStates": [{"name": "an order"}],
       "request": {"method": "get", "path": "/orders/7", "query": {"a b": ["ü"]},
         "headers": {"Accept": ["a/b", "c/d"]},
         "generators": {"path": {"type": "ProviderState", "expression": "/orders/${id}"}}},
       "response": {"status": 200, "body": {"contentType": "application/json", "content": {"id": 7}},
         "generators": {"body": {"$.id": {"type": "ProviderState", "expression": "${id}"}}}}}
      """;

  private static HttpResponseMessage json(String body) {
    return new HttpResponseMessage(
        200, List.of(new Header("Content-Type", "application/json")), Bytes.utf8(body));
  }

  @Test
  void sendsAndExpectsWhatTheStatesReturned() {
    // Given
    var sent = new ArrayList<HttpRequestMessage>();
    Provider provider =
        Provider.at(
                request -> {
                  sent.add(request);
                  return json("{\"id\": 9007199254740993}");
                })
            .withStates(
                new HttpStateChanges(request -> json("{\"id\": 9007199254740993}"), "/states"));

    // When
    Verification verification = new PactVerifier(provider, GENERATORS).verify(pact(ORDER));

    // Then
    assertThat(verification.told()).contains("  order: OK");
    assertThat(sent)
        .containsExactly(
            new HttpRequestMessage(
                "GET",
                "/orders/9007199254740993?a%20b=%C3%BC",
                List.of(new Header("Accept", "a/b, c/d")),
                Bytes.EMPTY));
  }

  @Nested
  class Failures {
    @Test
    void tellsThatAProviderDoesNotAnswerAndGoesOn() {
      // Given
      Provider provider =
          Provider.at(
              request -> {
                if (request.target().startsWith("/orders")) {
                  throw new IOException("connection refused");
                }
                return json("{}");
              });
      String other =
          "{\"description\": \"other\", \"request\": {\"path\": \"/\"}, \"response\": {\"status\":"
              + " 201}}";

      // When
      Verification verification = new PactVerifier(provider, GENERATORS).verify(pact(ORDER, other));

      // Then
      assertThat(verification.told())
          .containsExactly(
              "Verifying a pact between web and orders",
              "",
              "  order: FAILED",
              "    Given an order",
              "    Warning: nobody is configured to set up the provider state 'an order'",
              "    The provider did not answer",
              "      connection refused",
              "",
              "  other: FAILED",
              "    Response status did not match",
              "      expected 201 but was 200");
    }

    @Test
    void saysInTheAnswerOfAMockWhatIsWrongWithTheRequest() {
      // Given
      var mock = new PactMock(pact(ORDER), GENERATORS, Optional.empty());

      // When
      HttpResponseMessage answer =
          mock.answer(new HttpRequestMessage("GET", "/orders/7?a%20b=u", List.of(), Bytes.EMPTY));

      // Then
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body().utf8())
          .contains("GET /orders/7?a%20b=u differs from 'order'")
          .contains("Expected a header 'Accept' but was missing", "\"place\": \"pact.json:");
      assertThat(mock.report().missing()).isEmpty();
      assertThat(mock.report().isOk()).isFalse();
    }
  }
}
