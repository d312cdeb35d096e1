package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Provider contracts in PactFlow's dialect: what is uploaded is compared by `agree` and read back with the matrix.
@Tag("slow")
class ProviderContractTest {
  private static final String MATRIX =
      "/matrix?q[][pacticipant]=web&q[][version]=1&q[][pacticipant]=orders&q[][version]=";

  private static final String PACT =
      """
      {"consumer":{"name":"web"},"provider":{"name":"orders"},"interactions":[
       {"description":"get order 1","request":{"method":"GET","path":"/orders/1"},"response":{"status":200}}],
       "metadata":{"pactSpecification":{"version":"3.0.0"}}}
      """;

  private static final String OPENAPI =
      """
      openapi: 3.1.0
      info: {title: orders, version: "1"}
      paths:
        /orders/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses: {"200": {description: an order}}
      """;

  private static String contract(String text, String more) {
    return "{\"content\":\""
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "\",\"contentType\":\"application/yaml\""
        + more
        + "}";
  }

  private static HttpResponse<String> publish(TestBroker broker, String version, String contract)
      throws Exception {
    return broker.json(
        "POST",
        "/provider-contracts/provider/orders/publish",
        "{\"pacticipantVersionNumber\":\""
            + version
            + "\",\"branch\":\"main\",\"tags\":[\"dev\"],\"contract\":"
            + contract
            + "}");
  }

  @Test
  void whatFitsAndWhatBreaksIsReadInTheMatrix() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      // Given
      broker.json("PUT", "/pacts/provider/orders/consumer/web/version/1", PACT);

      // When
      HttpResponse<String> fits =
          publish(broker, "1", contract(OPENAPI, ",\"specification\":\"oas\""));
      HttpResponse<String> breaks =
          publish(broker, "2", contract(OPENAPI.replace("/orders/{id}", "/other/{id}"), ""));
      HttpResponse<String> failed =
          publish(
              broker, "3", contract(OPENAPI, ",\"selfVerificationResults\":{\"success\":false}"));

      // Then
      assertThat(fits.statusCode()).isEqualTo(200);
      assertThat(fits.body())
          .contains("web 1 with orders 1: fits", "/branches/main/versions/1", "/tags/dev");
      assertThat(breaks.body()).contains("web 1 with orders 2: BREAKS");
      assertThat(failed.body()).contains("web 1 with orders 3: BREAKS");
      assertThat(broker.get(MATRIX + "1").body()).contains("\"deployable\":true");
      assertThat(broker.get(MATRIX + "2").body()).contains("\"deployable\":false");
      assertThat(broker.get(MATRIX + "3").body()).contains("\"deployable\":false");
    }
  }

  @Test
  void theOlderUploadIsTheSameAndAChangeIsRefused() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      // Given
      String target = "/contracts/provider/orders/version/1";
      String body = contract(OPENAPI, ",\"contractType\":\"oas\"");

      // When
      HttpResponse<String> first = broker.json("PUT", target, body);
      HttpResponse<String> again = broker.json("PUT", target, body);
      HttpResponse<String> other =
          broker.json("PUT", target, contract(OPENAPI.replace("/orders", "/other"), ""));
      HttpResponse<String> nothing = broker.json("PUT", target, "{}");
      HttpResponse<String> noContract = broker.json("PUT", target, contract("a: b", ""));

      // Then
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(other.statusCode()).isEqualTo(409);
      assertThat(other.body()).contains("published another OpenAPI contract before");
      assertThat(nothing.statusCode()).isEqualTo(400);
      assertThat(nothing.body()).contains("a content is missing");
      assertThat(noContract.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void pactsThatComeByTheDialectAreComparedWithWhatTheirProviderProvides() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      // Given
      publish(broker, "1", contract(OPENAPI, ""));
      String other = PACT.replace("/orders/1", "/other/1");

      // When
      HttpResponse<String> put =
          broker.json("PUT", "/pacts/provider/orders/consumer/web/version/1", PACT);
      HttpResponse<String> published =
          broker.json(
              "POST",
              "/contracts/publish",
              "{\"pacticipantName\":\"web\",\"pacticipantVersionNumber\":\"2\",\"branch\":\"next\",\"contracts\":[{"
                  + "\"consumerName\":\"web\",\"providerName\":\"orders\",\"specification\":\"pact\","
                  + "\"contentType\":\"application/json\",\"content\":\""
                  + Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8))
                  + "\"}]}");

      // Then
      assertThat(put.statusCode()).isEqualTo(201);
      assertThat(published.statusCode()).isEqualTo(200);
      assertThat(broker.get(MATRIX + "1").body())
          .contains("\"deployable\":true", "\"verificationType\":\"comparison\"");
      assertThat(broker.get(MATRIX.replace("version]=1", "version]=2") + "1").body())
          .contains("\"deployable\":false");
    }
  }

  @Test
  void bothSidesAndWhatCameOfThemAreRead() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      // Given
      broker.json("PUT", "/pacts/provider/orders/consumer/web/version/1", PACT);
      publish(
          broker,
          "1",
          contract(
              OPENAPI.replace("/orders/{id}", "/other/{id}"),
              ",\"selfVerificationResults\":{\"success\":true,\"verifier\":\"tester\"}"));
      String version = "/contracts/bi-directional/provider/orders/version/1";
      String both = version + "/consumer/web/version/1";

      // When
      HttpResponse<String> crossed = broker.get(both + "/cross-contract-verification-results");

      // Then
      assertThat(crossed.body())
          .contains(
              "\"summary\":{\"success\":false}",
              "\"rule\":",
              "\"providerContractVerificationResults\":{",
              "\"verifier\":\"tester\"");
      for (String one :
          new String[] {
            "provider-contract",
            "provider-contract-verification-results",
            "consumer-contract",
            "consumer-contract-verification-results",
            "cross-contract-verification-results"
          }) {
        assertThat(broker.get(version + "/" + one).statusCode()).as(one).isEqualTo(200);
        assertThat(broker.get(both + "/" + one).statusCode()).as(one).isEqualTo(200);
      }
      assertThat(broker.get(version + "/consumer/web/version/9/consumer-contract").statusCode())
          .isEqualTo(404);
    }
  }
}
