package dev.concordat.registry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.concordat.registry.MovingClock;
import dev.concordat.registry.broker.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A running broker is copied, and then says the same of everything, times included.
@Tag("slow")
class MigrationTest {
  /// Stands for the uuid that the source gave to its environment.
  private static final String ENVIRONMENT = "ENVIRONMENT";

  private static final String WEBHOOK = "6a3f5f6e-0000-4000-8000-000000000001";
  private static final String PAIR = "/pacts/provider/orders/consumer/web";

  private static final List<String> ASKED =
      List.of(
          "/pacticipants",
          "/pacticipants/web%2Fshop",
          "/labels",
          "/environments",
          "/pacticipants/web/versions",
          "/pacticipants/orders/versions",
          "/pacticipants/web/branches",
          "/pacticipants/web/branches/main/versions/1",
          "/pacticipants/web/versions/1/tags/dev",
          "/pacts/latest",
          PAIR + "/versions",
          PAIR + "/version/1",
          PAIR + "/version/2",
          PAIR + "/version/1/verification-results/latest",
          PAIR + "/version/2/verification-results/latest",
          "/matrix?q[][pacticipant]=web&q[][pacticipant]=orders",
          "/environments/" + ENVIRONMENT + "/deployed-versions/currently-deployed",
          "/environments/" + ENVIRONMENT + "/released-versions/currently-supported",
          "/pacticipants/orders/versions/7/deployed-versions/environment/" + ENVIRONMENT,
          "/pacticipants/orders/versions/8/deployed-versions/environment/" + ENVIRONMENT,
          "/pacticipants/web/versions/1/deployed-versions/environment/" + ENVIRONMENT,
          "/pacticipants/web/versions/1/released-versions/environment/" + ENVIRONMENT,
          "/pacticipants/web/versions/2/released-versions/environment/" + ENVIRONMENT,
          "/pacts/provider/orders/for-verification",
          "/can-i-deploy?pacticipant=web&version=1&environment=live",
          "/webhooks/" + WEBHOOK,
          "/publications/ledger/9",
          "/contracts/bi-directional/provider/ledger/version/9/provider-contract",
          "/contracts/bi-directional/provider/ledger/version/9/provider-contract-verification-results");

  private final MovingClock clock = new MovingClock(Instant.parse("2026-01-01T00:00:00Z"));

  private static Migrated migrate(String from, TestBroker to) throws MigrationFailure {
    try (Door source = new Door(from, Optional.empty());
        Door target = new Door(to.server().url(), Optional.empty())) {
      return new Migration(source, target, _ -> {}).run();
    }
  }

  private static String pact(String path) {
    return """
        {"consumer":{"name":"web"},"provider":{"name":"orders"},"interactions":[
         {"description":"get order 1","request":{"method":"GET","path":"%s"},"response":{"status":200}}],
         "metadata":{"pactSpecification":{"version":"3.0.0"}}}
        """
        .formatted(path);
  }

  private void say(TestBroker broker, String method, String target, String body) throws Exception {
    clock.move(Duration.ofHours(1));
    assertThat(broker.json(method, target, body).statusCode()).as(target).isBetween(200, 299);
  }

  private void result(TestBroker broker, String version, String provider, boolean success)
      throws Exception {
    String pact = broker.get(PAIR + "/version/" + version).body();
    String link =
        pact.replaceFirst(
            "(?s).*\"pb:publish-verification-results\":\\{[^}]*\"href\":\"([^\"]+)\".*", "$1");
    say(
        broker,
        "POST",
        link.substring(broker.server().url().length()),
        "{\"success\":"
            + success
            + ",\"providerApplicationVersion\":\""
            + provider
            + "\",\"buildUrl\":\"https://ci.example/1\",\"testResults\":[{\"success\":"
            + success
            + "}],\"verifiedBy\":{\"implementation\":\"Pact-Rust\",\"version\":\"1\",\"clientLanguage\":"
            + "{\"name\":\"pact-js\",\"testFramework\":\"jest\",\"version\":\"17\"}}}");
  }

  private void fill(TestBroker broker) throws Exception {
    say(
        broker,
        "POST",
        "/environments",
        "{\"name\":\"live\",\"production\":true,\"contacts\":[{\"name\":\"team\"}]}");
    say(
        broker,
        "PUT",
        "/pacticipants/web%2Fshop",
        "{\"repositoryUrl\":\"https://git.example\",\"mainBranch\":\"next\"}");
    say(broker, "PUT", "/pacticipants/web%2Fshop/labels/front", "");
    say(broker, "PUT", PAIR + "/version/1", pact("/orders/1"));
    say(broker, "PUT", "/pacticipants/web/branches/main/versions/1", "");
    say(broker, "PUT", "/pacticipants/web/versions/1/tags/dev", "");
    say(broker, "PUT", "/pacticipants/web/versions/0/tags/early", "");
    say(broker, "PUT", "/pacticipants/orders/branches/main/versions/7", "");
    result(broker, "1", "7", false);
    result(broker, "1", "7", true);
    result(broker, "1", "8", false);
    say(broker, "PUT", PAIR + "/version/2", pact("/orders/2"));
    result(broker, "2", "8", true);
    String deployed = "/deployed-versions/environment/" + environment(broker);
    String released = "/released-versions/environment/" + environment(broker);
    say(broker, "POST", "/pacticipants/orders/versions/7" + deployed, "{}");
    say(broker, "POST", "/pacticipants/orders/versions/8" + deployed, "{}");
    say(
        broker,
        "POST",
        "/pacticipants/web/versions/1" + deployed,
        "{\"applicationInstance\":\"blue\"}");
    end(broker, "/pacticipants/web/versions/1" + deployed, "/deployed-versions/", "Deployed");
    say(broker, "POST", "/pacticipants/orders/versions/7" + deployed, "{}");
    say(broker, "POST", "/pacticipants/web/versions/1" + released, "{}");
    say(broker, "POST", "/pacticipants/web/versions/2" + released, "{}");
    end(broker, "/pacticipants/web/versions/1" + released, "/released-versions/", "Supported");
    provide(broker);
    say(
        broker,
        "PUT",
        "/webhooks/" + WEBHOOK,
        "{\"description\":\"tell\",\"events\":[{\"name\":\"contract_published\"}],\"request\":"
            + "{\"method\":\"POST\",\"url\":\"https://example.org/hook\",\"headers\":{\"X-Kind\":\"pact\"},"
            + "\"body\":{\"a\":\"${pactbroker.pactUrl}\"}}}");
  }

  /// What a provider says of itself, in PactFlow's way and in ours.
  private void provide(TestBroker broker) throws Exception {
    String contract =
        Base64.getEncoder()
            .encodeToString(
                "openapi: 3.1.0\ninfo: {title: ledger, version: '1'}\npaths: {}\n"
                    .getBytes(StandardCharsets.UTF_8));
    say(
        broker,
        "POST",
        "/provider-contracts/provider/ledger/publish",
        "{\"pacticipantVersionNumber\":\"9\",\"contract\":{\"content\":\""
            + contract
            + "\",\"specification\":\"oas\",\"contentType\":\"application/yaml\",\"selfVerificationResults\":"
            + "{\"success\":true,\"content\":\"YQ==\",\"contentType\":\"text/plain\",\"verifier\":\"x\"}}}");
    say(
        broker,
        "POST",
        "/publications",
        "{\"system\":\"ledger\",\"version\":\"9\",\"owner\":\"team-money\",\"buildUrl\":"
            + "\"https://ci.example/9\",\"proofs\":[{\"kind\":\"conform\",\"success\":false,\"report\":{\"a\":1.50}}]}");
  }

  private void end(TestBroker broker, String list, String one, String what) throws Exception {
    say(broker, "PATCH", one + uuid(broker, list), "{\"currently" + what + "\":false}");
  }

  private static String environment(TestBroker broker) throws Exception {
    return uuid(broker, "/environments");
  }

  private static String uuid(TestBroker broker, String list) throws Exception {
    return broker.get(list).body().replaceFirst("(?s).*?\"uuid\":\"([^\"]+)\".*", "$1");
  }

  /// What both brokers say, but for their addresses and what each of them makes up.
  private static String same(TestBroker broker, String target) throws Exception {
    return target
        + " "
        + broker
            .get(target.replace(ENVIRONMENT, environment(broker)))
            .body()
            .replace(broker.server().url(), "http://broker")
            .replaceAll("\"updatedAt\":\"[^\"]+\",?", "")
            .replaceAll("/metadata/[A-Za-z0-9_-]+", "/metadata/token")
            .replaceAll("(verification-results/|Verification result )\\d+", "$1number")
            .replaceAll("(\"uuid\":\"|versions/)[0-9a-f]{8}-[0-9a-f-]{27}", "$1uuid");
  }

  @Test
  void theCopySaysTheSameOfEverything() throws Exception {
    try (TestBroker source = TestBroker.start(clock);
        TestBroker copy = TestBroker.start()) {
      // Given
      fill(source);

      // When
      Migrated migrated = migrate(source.server().url(), copy);

      // Then
      List<String> wanted = new ArrayList<>();
      List<String> found = new ArrayList<>();
      for (String target : ASKED) {
        wanted.add(same(source, target));
        found.add(same(copy, target));
      }
      assertThat(migrated.problems()).isEmpty();
      assertThat(found).isEqualTo(wanted);
      assertThat(migrated.copied())
          .containsEntry("pacticipants", 4)
          .containsEntry("pacts", 2)
          .containsEntry("verification results", 4)
          .containsEntry("deployments", 4)
          .containsEntry("releases", 2)
          .containsEntry("provider contracts", 1)
          .containsEntry("proofs", 2)
          .containsEntry("webhooks", 1);
    }
  }

  @Test
  void repeatedItCopiesWhatIsNewAndNothingTwice() throws Exception {
    try (TestBroker source = TestBroker.start(clock);
        TestBroker copy = TestBroker.start()) {
      // Given
      fill(source);
      migrate(source.server().url(), copy);
      Migrated again = migrate(source.server().url(), copy);
      say(source, "PUT", PAIR + "/version/3", pact("/orders/1"));
      result(source, "1", "9", true);

      // When
      Migrated later = migrate(source.server().url(), copy);

      // Then
      assertThat(again.copied()).isEmpty();
      assertThat(again.problems()).isEmpty();
      assertThat(later.copied())
          .containsOnlyKeys("pacts", "verification results", "versions")
          .containsEntry("verification results", 1);
      assertThat(same(copy, PAIR + "/versions")).isEqualTo(same(source, PAIR + "/versions"));
    }
  }

  @Test
  void secretsStayBehindAndTheirWebhooksAreSwitchedOff() throws Exception {
    try (TestBroker source = TestBroker.start(clock);
        TestBroker copy = TestBroker.start()) {
      // Given
      say(
          source,
          "PUT",
          "/webhooks/" + WEBHOOK,
          "{\"events\":[{\"name\":\"contract_published\"}],\"request\":{\"method\":\"POST\",\"url\":"
              + "\"https://example.org/hook\",\"headers\":{\"Authorization\":\"Bearer secret\"}}}");

      // When
      Migrated migrated = migrate(source.server().url(), copy);

      // Then
      assertThat(migrated.problems()).singleElement().asString().contains(WEBHOOK, "authorization");
      assertThat(copy.get("/webhooks/" + WEBHOOK).body())
          .contains("\"enabled\":false")
          .doesNotContain("uthorization");
    }
  }

  @Test
  void whatIsNoBrokerIsSaidToBeNone() throws Exception {
    try (TestBroker copy = TestBroker.start();
        Door source = new Door(copy.server().url() + "/labels", Optional.empty());
        Door target = new Door(copy.server().url(), Optional.empty())) {
      // Given
      Migration migration = new Migration(source, target, _ -> {});

      // When
      Throwable thrown = catchThrowable(migration::run);

      // Then
      assertThat(thrown)
          .isInstanceOf(MigrationFailure.class)
          .hasMessageContaining("no Pact Broker");
    }
  }
}
