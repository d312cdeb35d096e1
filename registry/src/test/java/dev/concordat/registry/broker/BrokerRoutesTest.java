package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The Pact dialect over HTTP, beyond what was recorded. Every test has systems of its own.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerRoutesTest {
  private final TestBroker broker;

  BrokerRoutesTest() throws Exception {
    broker = TestBroker.start();
  }

  @BeforeAll
  void environment() throws Exception {
    assertThat(
            broker
                .json("POST", "/environments", "{\"name\":\"live\",\"production\":true}")
                .statusCode())
        .isEqualTo(201);
  }

  @AfterAll
  void close() {
    broker.close();
  }

  @Test
  void publishingTheSameAgainChangesNothing() throws Exception {
    // Given
    assertThat(publish("a1", "b1", "1", pact("a thing", "/a"), "main").statusCode()).isEqualTo(200);

    // When
    HttpResponse<String> again = publish("a1", "b1", "1", pact("a thing", "/a"), "main");

    // Then
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body())
        .contains("Updated a1 version 1 with branch main")
        .contains("Pact successfully republished for a1 version 1 and provider b1 with no content")
        .doesNotContain("contract_content_changed");
    assertThat(get("/pacts/provider/b1/consumer/a1/versions").embedded("pacts")).hasSize(1);
  }

  @Test
  void theOrderOfInteractionsAndKeysIsNoChange() throws Exception {
    // Given
    String one = "{\"description\":\"x\",\"request\":{\"path\":\"/x\",\"method\":\"GET\"}}";
    String other = "{\"description\":\"y\",\"request\":{\"path\":\"/y\",\"method\":\"GET\"}}";
    String turned = "{\"request\":{\"method\":\"GET\",\"path\":\"/x\"},\"description\":\"x\"}";
    publish("a2", "b2", "1", "{\"interactions\":[" + one + "," + other + "]}", "main");

    // When
    HttpResponse<String> answer =
        publish("a2", "b2", "1", "{\"interactions\":[" + other + "," + turned + "]}", "main");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void changingWhatAVersionSaidIsRefusedWithTheDifferenceAndKeepsNothing() throws Exception {
    // Given
    publish("a3", "b3", "1", pact("a thing", "/a"), "main");

    // When
    HttpResponse<String> answer = publish("a3", "b3", "1", pact("a thing", "/other"), "feat");

    // Then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json;charset=utf-8");
    assertThat(answer.body())
        .contains("Cannot change the content of the pact for a3 version 1 and provider b3")
        .contains("-      \\\"path\\\": \\\"/a\\\"".replace("      ", "        "))
        .contains("+        \\\"path\\\": \\\"/other\\\"");
    assertThat(broker.get("/pacticipants/a3/branches/feat").statusCode()).isEqualTo(404);
    assertThat(
            put("/pacts/provider/b3/consumer/a3/version/1", pact("a thing", "/other")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void mergingAddsInteractionsAndRefusesContradictions() throws Exception {
    // Given
    String path = "/pacts/provider/b4/consumer/a4/version/1";
    assertThat(patch(path, pact("one", "/1")).statusCode()).isEqualTo(201);

    // When
    HttpResponse<String> merged = patch(path, pact("two", "/2"));

    // Then
    assertThat(merged.statusCode()).isEqualTo(200);
    assertThat(merged.body()).contains("\"/1\"").contains("\"/2\"");
    assertThat(patch(path, pact("one", "/elsewhere")).statusCode()).isEqualTo(409);
  }

  @Test
  void namesWithSlashesAndSpacesAreOneSegment() throws Exception {
    // Given
    publish("web shop/ä", "orders", "1.0+5", pact("x", "/x"), "feat/1 2");

    // When
    Body branch = get("/pacticipants/web%20shop%2F%C3%A4/branches/feat%2F1%202/versions/1.0%2B5");

    // Then
    assertThat(branch.text())
        .contains("/pacticipants/web%20shop%2F%C3%A4/branches/feat%2F1%202/versions/1.0%2B5");
  }

  @Test
  void linksBeginWithWhatAProxySays() throws Exception {
    // When
    HttpResponse<String> answer =
        broker.send(
            "GET",
            "/",
            "",
            Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "pacts.example.org"));

    // Then
    assertThat(answer.body()).contains("\"href\":\"https://pacts.example.org/pacts/latest\"");
    assertThat(answer.headers().firstValue("Vary")).contains("Accept");
    assertThat(answer.headers().firstValue("X-Pact-Broker-Version")).isPresent();
  }

  @Test
  void whatIsWrongWithAPublicationIsSaidAllAtOnce() throws Exception {
    // When
    HttpResponse<String> answer =
        broker.json(
            "POST",
            "/contracts/publish",
            """
            {"pacticipantName":"a","contracts":[{"consumerName":"b","providerName":"c",
             "content":"!","contentType":"application/json","specification":"oas"}]}
            """);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("pacticipantVersionNumber is missing")
        .contains("specification must be one of: pact (at index 0)")
        .contains("content is not valid Base64 (at index 0)")
        .contains("consumerName ('b') must match pacticipantName ('a') (at index 0)");
    assertThat(broker.json("POST", "/contracts/publish", "{").statusCode()).isEqualTo(400);
    assertThat(
            broker
                .send("POST", "/contracts/publish", "{}", Map.of("Content-Type", "text/plain"))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void aVerificationOfAContentHoldsForAllVersionsThatSayIt() throws Exception {
    // Given
    publish("a5", "b5", "1", pact("x", "/x"), "main");
    Body pact = get("/pacts/provider/b5/consumer/a5/version/1");
    String results = pact.link("pb:publish-verification-results");

    // When
    HttpResponse<String> answer =
        broker.json(
            "POST",
            results.substring(broker.server().url().length()),
            "{\"success\":true,\"providerApplicationVersion\":\"7\"}");
    publish("a5", "b5", "2", pact("x", "/x"), "main");

    // Then
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(get("/pacts/provider/b5/consumer/a5/version/2/verification-results/latest").text())
        .contains("\"providerApplicationVersion\":\"7\"");
    assertThat(get("/verification-results/consumer/a5/version/2/latest").text())
        .contains("\"successful\":[\"b5\"]");
    assertThat(broker.get("/pacts/provider/b5/consumer/a5/latest/badge").body())
        .contains("a5/b5 pact")
        .contains("verified");
    assertThat(broker.json("POST", results.substring(broker.server().url().length()), "{}").body())
        .contains("success is missing")
        .contains("providerApplicationVersion is missing");
  }

  @Test
  void aBranchThatLosesItsNewestVersionHasTheOneBeforeAsHead() throws Exception {
    // Given
    put("/pacticipants/s6/branches/main/versions/1", "{}");
    put("/pacticipants/s6/branches/main/versions/2", "{}");

    // When
    int status = broker.send("DELETE", "/pacticipants/s6/versions/2", "", Map.of()).statusCode();

    // Then
    assertThat(status).isEqualTo(204);
    assertThat(get("/pacticipants/s6/branches/main/latest-version").text())
        .contains("\"number\":\"1\"");
  }

  @Test
  void aDeploymentTakesThePlaceOfTheOneBeforeInTheSameInstance() throws Exception {
    // Given
    String environment = environmentUuid();
    for (String version : List.of("1", "2")) {
      put("/pacticipants/s7/versions/" + version, "{}");
      deploy("s7", version, environment, "{}");
    }

    // When
    deploy("s7", "1", environment, "{\"applicationInstance\":\"blue\"}");

    // Then
    Body now =
        get(
            "/environments/"
                + environment
                + "/deployed-versions/currently-deployed?pacticipant=s7");
    assertThat(now.embedded("deployedVersions")).hasSize(2);
    assertThat(now.text())
        .contains("\"applicationInstance\":\"blue\"")
        .contains("\"number\":\"2\"");
  }

  @Test
  void removingABranchsPactsTellsWhatIsLeft() throws Exception {
    // Given
    publish("a8", "b8", "1", pact("x", "/x"), "main");
    publish("a8", "b8", "2", pact("y", "/y"), "feat");

    // When
    HttpResponse<String> answer =
        broker.send("DELETE", "/pacts/provider/b8/consumer/a8/branch/feat", "", Map.of());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("/pacts/provider/b8/consumer/a8/latest");
    assertThat(broker.get("/pacts/provider/b8/consumer/a8/version/2").statusCode()).isEqualTo(404);
  }

  @Test
  void theDifferenceToWhatWasSaidBeforeIsText() throws Exception {
    // Given
    publish("a9", "b9", "1", pact("x", "/x"), "main");
    publish("a9", "b9", "2", pact("x", "/y"), "main");

    // When
    HttpResponse<String> answer =
        broker.get("/pacts/provider/b9/consumer/a9/version/2/diff/previous-distinct");

    // Then
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(answer.body())
        .startsWith("# Diff between versions 1 and 2 of the pact between a9 and b9")
        .contains("-        \"path\": \"/x\"")
        .contains("+        \"path\": \"/y\"");
  }

  @Test
  void whatNoDatabaseKeepsIsRefused() throws Exception {
    assertThat(broker.get("/pacticipants/" + "x".repeat(501)).statusCode()).isEqualTo(400);
    assertThat(broker.get("/pacticipants/a%00b").statusCode()).isEqualTo(400);
    assertThat(broker.json("POST", "/pacticipants", "{\"name\":\"a\\u0000b\"}").statusCode())
        .isEqualTo(400);
    assertThat(publish("x".repeat(501), "b", "1", pact("x", "/x"), "main").statusCode())
        .isEqualTo(400);
  }

  @Test
  void manyPublishersAtATimeLoseAndDoubleNothing() throws Exception {
    // Given
    int publishers = 50;
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < publishers; i++) {
      String number = String.valueOf(i % 10);
      // Both directions, so that systems are locked in opposite orders unless somebody takes care.
      String consumer = i % 2 == 0 ? "left" : "right";
      String provider = i % 2 == 0 ? "right" : "left";
      work.add(
          () -> publish(consumer, provider, number, pact("x", "/" + number), "main").statusCode());
    }

    // When
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : executor.invokeAll(work)) {
        statuses.add(answer.get());
      }
    }

    // Then
    assertThat(statuses).containsOnly(200);
    assertThat(get("/pacts/provider/right/consumer/left/versions").embedded("pacts")).hasSize(5);
    assertThat(get("/pacts/provider/left/consumer/right/versions").embedded("pacts")).hasSize(5);
    assertThat(get("/pacticipants/left/branches/main/versions").embedded("versions")).hasSize(5);
  }

  private record Body(String text, JsonObject json) {
    List<JsonValue> embedded(String name) {
      return json.member("_embedded").orElse(JsonObject.EMPTY) instanceof JsonObject embedded
              && embedded.member(name).orElse(JsonObject.EMPTY) instanceof JsonArray(var items)
          ? items
          : List.of();
    }

    String link(String relation) {
      return json.member("_links").orElse(JsonObject.EMPTY) instanceof JsonObject links
              && links.member(relation).orElse(JsonObject.EMPTY) instanceof JsonObject link
              && link.member("href").orElse(JsonObject.EMPTY) instanceof JsonString(String href)
          ? href
          : "";
    }
  }

  private Body get(String target) throws Exception {
    HttpResponse<String> answer = broker.get(target);
    assertThat(answer.statusCode()).as(target + " " + answer.body()).isEqualTo(200);
    return new Body(
        answer.body(), (JsonObject) JsonParser.parse(answer.body()).value().orElseThrow());
  }

  private HttpResponse<String> put(String target, String body) throws Exception {
    return broker.json("PUT", target, body);
  }

  private HttpResponse<String> patch(String target, String body) throws Exception {
    return broker.json("PATCH", target, body);
  }

  private String environmentUuid() throws Exception {
    String uuids = get("/environments").text();
    return uuids.replaceFirst("(?s).*?\"uuid\":\"([^\"]+)\".*", "$1");
  }

  private void deploy(String system, String version, String environment, String body)
      throws Exception {
    String target =
        "/pacticipants/" + system + "/versions/" + version + "/deployed-versions/environment/";
    assertThat(broker.json("POST", target + environment, body).statusCode()).isEqualTo(201);
  }

  private static String pact(String description, String path) {
    return """
    {"interactions":[{"description":"%s","request":{"method":"GET","path":"%s"},
     "response":{"status":200}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}
    """
        .formatted(description, path);
  }

  private HttpResponse<String> publish(
      String consumer, String provider, String number, String pact, String branch)
      throws Exception {
    String content = Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8));
    return broker.json(
        "POST",
        "/contracts/publish",
        """
        {"pacticipantName":"%s","pacticipantVersionNumber":"%s","branch":"%s","contracts":[
         {"consumerName":"%s","providerName":"%s","content":"%s",
          "contentType":"application/json","specification":"pact"}]}
        """
            .formatted(consumer, number, branch, consumer, provider, content));
  }
}
