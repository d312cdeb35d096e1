package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.contract.PublishingRules;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What may be published, as the settings of a registry say.
@Tag("slow")
class PublishingRulesTest {
  private static final String PUT = "/pacts/provider/%s/consumer/web/version/%s";

  private static String pact(String provider, int status) {
    return """
        {"consumer": {"name": "web"}, "provider": {"name": "%s"},
         "interactions": [{"description": "a", "request": {"method": "GET", "path": "/a"},
          "response": {"status": %d}}]}"""
        .formatted(provider, status);
  }

  private static String all(String number, String provider, int status) {
    return """
        {"pacticipantName": "web", "pacticipantVersionNumber": "%s", "branch": "main",
         "contracts": [{"consumerName": "web", "providerName": "%s", "specification": "pact",
          "contentType": "application/json", "content": "%s"}]}"""
        .formatted(number, provider, encoded(pact(provider, status)));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> put(
      TestBroker broker, String provider, String version, int status) throws Exception {
    return broker.json("PUT", PUT.formatted(provider, version), pact(provider, status));
  }

  @Test
  void aNewNameThatIsNearlyAKnownOneIsRefusedUntilItIsMade() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      // Given
      assertThat(put(broker, "stock-service", "1", 200).statusCode()).isEqualTo(201);
      String url = broker.server().url();
      String message =
          """
          This is the first time a pact has been published for "Stocks".
          The name "Stocks" is very similar to the following existing consumers/providers:
          * stock-service
          If you meant to specify one of the above names, please correct the pact configuration, and re-publish the pact.
          If the pact is intended to be for a new consumer or provider, please manually create "Stocks" using the following command, and then re-publish the pact:
          $ curl -v -XPOST -H "Content-Type: application/json" -d "{\\"name\\": \\"Stocks\\"}" %s/pacticipants
          If the pact broker requires basic authentication, add '-u <username:password>' to the command.
          To disable this check, set `check_for_potential_duplicate_pacticipant_names` to false in the configuration.
          """
              .formatted(url);

      // When
      HttpResponse<String> one = put(broker, "Stocks", "2", 200);
      HttpResponse<String> many =
          broker.json("POST", "/contracts/publish", all("2", "Stocks", 200));
      HttpResponse<String> ours =
          broker.json(
              "POST",
              "/publications",
              "{\"system\": \"StockApi\", \"version\": \"1\", \"provides\": []}");

      // Then
      assertThat(one.statusCode()).isEqualTo(409);
      assertThat(one.headers().firstValue("Content-Type")).hasValue("text/plain");
      assertThat(one.body()).isEqualTo(message);
      assertThat(many.statusCode()).isEqualTo(409);
      assertThat(many.body())
          .contains(
              "\"errors\":{\"contracts\":[\"This is the first time a pact", "\"type\":\"error\"");
      assertThat(ours.statusCode()).isEqualTo(409);
      assertThat(ours.body())
          .contains("The system 'StockApi' is new, and its name is nearly that of 'stock-service'");
      assertThat(broker.get("/pacticipants/Stocks").statusCode()).isEqualTo(404);
      broker.json("POST", "/pacticipants", "{\"name\": \"Stocks\"}");
      assertThat(put(broker, "Stocks", "2", 200).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void namesAreNotComparedWhereNobodyWantsIt() throws Exception {
    try (TestBroker broker = TestBroker.start(new PublishingRules(false, false))) {
      put(broker, "stock-service", "1", 200);
      assertThat(put(broker, "Stocks", "2", 200).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void whatAVersionSaidMayBeChangedWhereThatIsAllowed() throws Exception {
    try (TestBroker broker = TestBroker.start(new PublishingRules(true, true))) {
      // Given
      put(broker, "stock", "1", 200);

      // When
      HttpResponse<String> again = put(broker, "stock", "1", 201);
      HttpResponse<String> notices =
          broker.json("POST", "/contracts/publish", all("1", "stock", 202));

      // Then
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(notices.statusCode()).isEqualTo(200);
      assertThat(notices.body())
          .contains(
              "{\"type\":\"warning\",\"text\":\"Pact with changed content published over existing"
                  + " content for web version 1 and provider stock.");
      assertThat(broker.get(PUT.formatted("stock", "1")).body()).contains("\"status\":202");
      assertThat(broker.get("/pacts/latest").body()).containsOnlyOnce("\"createdAt\"");
    }
  }

  @Test
  void soMayWhatAVersionProvides() throws Exception {
    try (TestBroker broker = TestBroker.start(new PublishingRules(true, true))) {
      // Given
      broker.json("POST", "/publications", provides("\"200\""));

      // When
      HttpResponse<String> changed = broker.json("POST", "/publications", provides("\"204\""));
      HttpResponse<String> back = broker.json("POST", "/publications", provides("\"200\""));

      // Then
      assertThat(changed.statusCode()).isEqualTo(200);
      assertThat(changed.body()).contains("says something else than stock 1 said before");
      assertThat(back.body()).contains("says something else than stock 1 said before");
    }
  }

  private static String provides(String status) {
    String contract =
        """
        {"openapi": "3.0.3", "info": {"title": "stock", "version": "1"},
         "paths": {"/a": {"get": {"responses": {%s: {"description": "fine"}}}}}}"""
            .formatted(status);
    return """
        {"system": "stock", "version": "1",
         "provides": [{"name": "openapi.json", "mediaType": "application/json", "content": "%s"}]}"""
        .formatted(encoded(contract));
  }
}
