package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.store.Environments;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What clients asked a Pact Broker, asked here again in the same order: the answers must be the same but for times, ids that
/// a server makes up, and its address.
@Tag("conformance")
@Tag("slow")
class BrokerConformanceTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("corpora", "corpora"))
          .toAbsolutePath()
          .normalize()
          .resolve("pact-broker/client-traffic.jsonl");

  private static final Path RESPONSES = CORPUS.resolveSibling("responses");

  // The recording keeps this many characters of a body.
  private static final int RECORDED_LENGTH = 6000;

  @Test
  void answersClientsAsThePactBrokerDid() throws Exception {
    // Given
    boolean isThere = Files.isRegularFile(CORPUS);
    if (!isThere) {
      System.out.println("no recorded traffic at " + CORPUS + ": answers are not compared");
    }
    assumeTrue(isThere);
    List<String> unlike = new ArrayList<>();
    AtomicInteger compared = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();

    // When
    try (TestBroker broker = TestBroker.start()) {
      unlike.addAll(replayAll(broker, compared, left));
    }

    // Then
    System.out.println(compared + " recorded requests compared, " + left + " are served elsewhere");
    assertThat(unlike).isEmpty();
    assertThat(compared.get()).isPositive();
  }

  @Test
  void answersQuestionsAsThePactBrokerDid() throws Exception {
    // Given
    boolean isThere = Files.isDirectory(RESPONSES);
    if (!isThere) {
      System.out.println("no recorded answers at " + RESPONSES + ": answers are not compared");
    }
    assumeTrue(isThere);
    List<String> unlike = new ArrayList<>();

    // When
    try (TestBroker broker = TestBroker.start()) {
      replayAll(broker, new AtomicInteger(), new AtomicInteger());
      continued(broker);
      for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
        String recorded = Files.readString(RESPONSES.resolve(question.getKey()));
        String accept =
            question.getKey().startsWith("dot") ? "text/vnd.graphviz" : "application/hal+json";
        HttpResponse<String> answer =
            broker.send("GET", question.getValue(), "", Map.of("Accept", accept));
        boolean isRows = question.getValue().matches("/groups/.*|/relationships");
        List<String> differences =
            isRows
                ? Recorded.rowDifferences(recorded, answer.body())
                : Recorded.differences(recorded.strip(), answer.body().strip());
        differences.stream().map((question.getKey() + " ")::concat).forEach(unlike::add);
      }
    }

    // Then
    assertThat(unlike).isEmpty();
  }

  /// What happened to the recorded broker between the traffic and the answers.
  private static void continued(TestBroker broker) throws Exception {
    for (String name : List.of("Condor", "Pricing Service")) {
      broker.json("POST", "/pacticipants", "{\"name\":\"" + name + "\"}");
    }
    for (String name : List.of("Example%20API", "Example%20App")) {
      String url = "https://github.com/example-organization/" + name.replace("%20", " ");
      broker.json("PATCH", "/pacticipants/" + name, "{\"repositoryUrl\":\"" + url + "\"}");
    }
    String pact =
        Base64.getEncoder()
            .encodeToString(
                "{\"interactions\":[{\"description\":\"a\"}]}".getBytes(StandardCharsets.UTF_8));
    broker.json(
        "POST",
        "/contracts/publish",
        """
        {"pacticipantName":"Foo","pacticipantVersionNumber":"5556b8149bf8bac76bc30f50a8a2dd4c22c85f30",
         "branch":"main","tags":["dev"],"contracts":[{"consumerName":"Foo","providerName":"Bar",
         "content":"%s","contentType":"application/json","specification":"pact"}]}
        """
            .formatted(pact));
    broker.json("PATCH", "/pacticipants/Foo", "{\"repositoryUrl\":\"http://foo\"}");
    broker.json("PUT", "/pacticipants/Condor/versions/1.3.0", "{}");
    broker.json("PATCH", "/pacticipants/Pricing%20Service", "{}");
    broker.json(
        "POST",
        "/pacticipants/orders/versions/9/deployed-versions/environment/"
            + "f3aa0b28-e0f8-4d70-acc4-9fa15d279820",
        "{}");
    broker.json("PATCH", "/pacticipants/web", "{}");
  }

  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          Map.entry("index.json", "/"),
          Map.entry("branch_version.json", "/pacticipants/web/branches/main/versions/1.0.1"),
          Map.entry("branch_versions.json", "/pacticipants/web/branches/main/versions"),
          Map.entry("branches.json", "/pacticipants/web/branches"),
          Map.entry("dashboard.json", "/dashboard"),
          Map.entry(
              "deployed.json",
              "/environments/f3aa0b28-e0f8-4d70-acc4-9fa15d279820/deployed-versions/currently-deployed"),
          Map.entry("dot.json", "/integrations"),
          Map.entry("env.json", "/environments/f3aa0b28-e0f8-4d70-acc4-9fa15d279820"),
          Map.entry("envs.json", "/environments"),
          Map.entry("group.json", "/groups/web"),
          Map.entry("integrations.json", "/integrations"),
          Map.entry("labels.json", "/labels"),
          Map.entry(
              "latest_verif.json",
              "/pacts/provider/orders/consumer/web/version/1.0.1/verification-results/latest"),
          Map.entry("latest_version.json", "/pacticipants/web/latest-version"),
          Map.entry("notfound.json", "/pacticipants/nope"),
          Map.entry("pact.json", "/pacts/provider/orders/consumer/web/version/1.0.1"),
          Map.entry("pact_versions.json", "/pacts/provider/orders/consumer/web/versions"),
          Map.entry("pacticipant.json", "/pacticipants/orders"),
          Map.entry("pacticipants.json", "/pacticipants"),
          Map.entry("pacts_latest.json", "/pacts/latest"),
          Map.entry("provider_latest.json", "/pacts/provider/orders/latest"),
          Map.entry("provider_states.json", "/pacts/provider/orders/provider-states"),
          Map.entry("relationships.json", "/relationships"),
          Map.entry("version.json", "/pacticipants/web/versions/1.0.1"),
          Map.entry("versions.json", "/pacticipants/web/versions"));

  private static List<String> replayAll(
      TestBroker broker, AtomicInteger compared, AtomicInteger left) throws Exception {
    List<String> unlike = new ArrayList<>();
    seed(broker);
    Map<String, String> ids = new HashMap<>();
    List<String> lines = Files.readAllLines(CORPUS);
    for (int i = 0; i < lines.size(); i++) {
      JsonObject line = (JsonObject) JsonParser.parse(lines.get(i)).value().orElseThrow();
      if (line.has("m")) {
        if (!broker.serves(text(line, "u"))) {
          left.incrementAndGet();
          continue;
        }
        compared.incrementAndGet();
        replay(broker, line, ids).stream()
            .map((i + " " + text(line, "m") + " " + text(line, "u") + " ")::concat)
            .forEach(unlike::add);
      }
    }
    return unlike;
  }

  /// What the recorded broker had in it before the first request.
  private static void seed(TestBroker broker) {
    broker
        .database()
        .write(
            handle -> {
              Environments environments = new Environments(handle);
              Instant then = Instant.parse("2026-11-22T13:15:21Z");
              environments.put(
                  "f3aa0b28-e0f8-4d70-acc4-9fa15d279820",
                  new Environments.Said(
                      "production", Optional.of("Production"), true, Optional.empty()),
                  then);
              return environments.put(
                  "5c8b34fb-5277-40be-b80f-9e873e5a1208",
                  new Environments.Said("test", Optional.of("Test"), false, Optional.empty()),
                  then);
            });
  }

  private static List<String> replay(TestBroker broker, JsonObject line, Map<String, String> ids)
      throws IOException, InterruptedException {
    String target = text(line, "u");
    for (Map.Entry<String, String> id : ids.entrySet()) {
      target = target.replace(id.getKey(), id.getValue());
    }
    JsonObject headers = (JsonObject) line.member("h").orElse(JsonObject.EMPTY);
    HttpResponse<String> answer =
        broker.send(
            text(line, "m"),
            target,
            text(line, "b"),
            Map.of("Accept", text(headers, "accept"), "Content-Type", text(headers, "ct")));
    List<String> differences = new ArrayList<>();
    int status = Integer.parseInt(((JsonNumber) line.member("s").orElseThrow()).digits());
    if (status != answer.statusCode()) {
      differences.add("status " + status + " answered " + answer.statusCode() + answer.body());
      return differences;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!text(line, "rct").equals(type)) {
      differences.add("type " + text(line, "rct") + " answered " + type);
    }
    String recorded = text(line, "rb");
    if (recorded.length() == RECORDED_LENGTH) {
      differences.addAll(beginning(recorded, answer.body()));
      return differences;
    }
    differences.addAll(Recorded.differences(recorded, answer.body()));
    Optional<JsonValue> one = JsonParser.parse(recorded).value();
    Optional<JsonValue> other = JsonParser.parse(answer.body()).value();
    if (one.isPresent() && other.isPresent()) {
      Recorded.learn(one.get(), other.get(), ids);
    }
    return differences;
  }

  /// Of a body that was cut only its beginning can be compared, and only where it is about nothing that came before the
  /// recording.
  private static List<String> beginning(String recorded, String answered) {
    if (recorded.contains("Example API")) {
      return List.of();
    }
    String one = Recorded.normal(recorded.substring(0, recorded.length() - 40));
    return Recorded.normal(answered).startsWith(one)
        ? List.of()
        : List.of("beginning differs: " + answered);
  }

  private static String text(JsonObject object, String name) {
    return object.member(name).orElse(JsonObject.EMPTY) instanceof JsonString(String text)
        ? text
        : "";
  }
}
