package dev.concordat.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.MovingClock;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.contract.Publication;
import dev.concordat.registry.contract.Publishing;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Database;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class WebhookTest {
  private static final WebhookSettings LOCAL =
      WebhookSettings.STANDARD
          .withHosts(List.of("localhost"), true)
          .withTimes(Duration.ofSeconds(5), WebhookSettings.STANDARD.retries());

  private static final int MAX_LOOKS = 1_200;

  private final MovingClock clock = new MovingClock();
  private Database database;
  private RegistryServer server;
  private Target target;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    target = new Target();
    server = serve(LOCAL);
  }

  private RegistryServer serve(WebhookSettings settings) {
    List<Route> routes = new ArrayList<>(new WebhookRoutes(database, settings, clock).routes());
    routes.addAll(new CallRoutes(database, settings, clock).routes());
    return RegistryServer.start(ServerSettings.LOOPBACK, routes, Guard.OPEN);
  }

  @AfterEach
  void close() {
    server.close();
    target.close();
    database.close();
  }

  private void publish(String number, String path) {
    publish(number, path, false);
  }

  private void publish(String number, String path, boolean fails) {
    String pact =
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"}, "interactions": [
          {"description": "x", "request": {"method": "GET", "path": "%s"}, "response": {"status": 200}}]}
        """
            .formatted(path);
    var publication =
        new Publication(
            "web",
            number,
            Optional.of("feat/1"),
            List.of(),
            Optional.of("https://ci.example/1"),
            List.of(
                new Publication.Said(
                    "orders",
                    PactContent.read(Bytes.utf8(pact)).orElseThrow(),
                    Publication.Conflict.REFUSE)));
    database.write(
        handle -> {
          var outcome =
              new Publishing(
                      handle,
                      new Outbox(clock),
                      new Links("http://registry.example"),
                      clock.instant())
                  .publish(publication);
          if (fails) {
            throw new IllegalStateException("the transaction is lost");
          }
          return outcome;
        });
  }

  private String webhook(String request, String... events) {
    StringBuilder names = new StringBuilder();
    for (String event : events) {
      names.append(names.isEmpty() ? "" : ", ").append("{\"name\": \"").append(event).append("\"}");
    }
    return "{\"description\": \"tell\", \"events\": [" + names + "], \"request\": " + request + "}";
  }

  private String request(String more) {
    return "{\"method\": \"POST\", \"url\": \"" + target.url() + "/hook\"" + more + "}";
  }

  private int deliver() {
    return DeliveryWorker.deliverDue(database, LOCAL, clock);
  }

  @Test
  void aPublicationCallsItsWebhookWithEverythingFilledIn() throws Exception {
    // Given
    String body =
        ", \"body\": {\"what\": \"${pactbroker.eventName}\", \"who\": \"${pactbroker.consumerName}"
            + " ${pactbroker.consumerVersionNumber} ${pactbroker.consumerVersionBranch}\", \"pact\":"
            + " \"${pactbroker.pactUrl}\", \"status\": \"${pactbroker.githubVerificationStatus}\","
            + " \"build\": \"${pactbroker.buildUrl}\", \"other\": \"${user.x}\"}";
    HttpResponse<String> created =
        send(
            "POST",
            "/webhooks",
            webhook(
                "{\"method\": \"POST\", \"url\": \""
                    + target.url()
                    + "/hook/${pactbroker.consumerVersionBranch}\""
                    + body
                    + "}",
                "contract_content_changed"));
    publish("1 \"2\"", "/a");

    // When
    int count = deliver();

    // Then
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(count).isEqualTo(1);
    assertThat(target.told).hasSize(1);
    assertThat(target.told.getFirst().path()).isEqualTo("/hook/feat%2F1");
    assertThat(target.told.getFirst().body())
        .contains("\"what\":\"contract_content_changed\"")
        .contains("\"who\":\"web 1 \\\"2\\\" feat/1\"")
        .contains("\"status\":\"pending\"")
        .contains("\"build\":\"https://ci.example/1\"")
        .contains("\"other\":\"${user.x}\"")
        .containsPattern(
            "\"pact\":\"http://registry.example/pacts/provider/orders/consumer/web/pact-version/[0-9a-f]{40}/metadata/");
  }

  @Test
  void whatIsNotKeptIsNotDelivered() throws Exception {
    send("POST", "/webhooks", webhook(request(""), "contract_published"));
    assertThatThrownBy(() -> publish("1", "/a", true)).hasMessageContaining("lost");
    assertThat(deliver()).isZero();
    publish("1", "/a");
    assertThat(deliver()).isEqualTo(1);
  }

  @Test
  void aFailingTargetIsTriedSevenTimesByTheSchedule() throws Exception {
    // Given
    send("POST", "/webhooks", webhook(request(""), "contract_published"));
    publish("1", "/a");
    target.status = 500;

    // When
    List<Integer> counts = new ArrayList<>();
    counts.add(deliver());
    for (int seconds : new int[] {10, 60, 120, 300, 600, 1200}) {
      clock.move(Duration.ofSeconds(seconds - 1));
      counts.add(deliver());
      clock.move(Duration.ofSeconds(1));
      counts.add(deliver());
    }
    clock.move(Duration.ofDays(1));
    counts.add(deliver());

    // Then
    assertThat(counts).containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
    String status = send("GET", "/pacts/provider/orders/consumer/web/webhooks/status", "").body();
    assertThat(status)
        .contains("\"summary\":{\"successful\":0,\"failed\":1}")
        .contains("\"attemptsMade\":7,\"attemptsRemaining\":0");
    assertThat(logs("/pacts/provider/orders/consumer/web/version/1/triggered-webhooks"))
        .contains("Retrying webhook in 10 seconds")
        .contains("HTTP/1.1 500")
        .contains("Webhook execution failed after 7 attempts");
  }

  @Test
  void aServerThatDiesWhileItCallsLosesNothing() throws Exception {
    // Given
    send("POST", "/webhooks", webhook(request(""), "contract_published"));
    publish("1", "/a");

    // When
    List<Delivery> taken =
        database.write(
            handle ->
                new Deliveries(handle).take(9, List.of(), Duration.ofSeconds(40), clock.instant()));

    // Then
    assertThat(taken).hasSize(1);
    assertThat(deliver()).isZero();
    clock.move(Duration.ofSeconds(40));
    assertThat(deliver()).isEqualTo(1);
  }

  @Test
  void noSecretIsShownAgainAndNoneIsInALog() throws Exception {
    // Given
    String secrets =
        ", \"headers\": {\"Authorization\": \"Bearer topsecret\", \"X-Api-Key\": \"alsosecret\","
            + " \"X-Plain\": \"plain\"}";
    HttpResponse<String> created =
        send("POST", "/webhooks", webhook(request(secrets), "contract_published"));
    String address = created.headers().firstValue("Location").orElseThrow();
    String path = URI.create(address).getPath();

    // When
    HttpResponse<String> read = send("GET", path, "");
    HttpResponse<String> written = send("PUT", path, read.body());
    publish("1", "/a");
    deliver();

    // Then
    assertThat(created.body()).doesNotContain("topsecret").doesNotContain("alsosecret");
    assertThat(read.body()).doesNotContain("topsecret").contains("plain");
    assertThat(written.statusCode()).isEqualTo(200);
    assertThat(target.told.getFirst().authorization()).isEqualTo("Bearer topsecret");
    assertThat(logs("/pacts/provider/orders/consumer/web/version/1/triggered-webhooks"))
        .contains("x-plain: plain")
        .contains("you sent ")
        .doesNotContain("topsecret")
        .doesNotContain("alsosecret");
  }

  @Test
  void mistakesAreToldInTheWordsOfThePactBroker() throws Exception {
    publish("1", "/a");
    try (RegistryServer strict = serve(WebhookSettings.STANDARD)) {
      HttpResponse<String> http =
          send(
              strict,
              "POST",
              "/webhooks/provider/orders/consumer/web",
              "{\"description\":\"d\",\"events\":[{\"name\":\"contract_content_changed\"}],\"request\":{\"body\":{\"a\":\"${pactbroker.pactUrl}\"},\"headers\":{},\"method\":\"POST\",\"url\":\"http://127.0.0.1:1/x\"}}");
      assertThat(http.statusCode()).isEqualTo(400);
      assertThat(http.headers().firstValue("Content-Type"))
          .contains("application/hal+json;charset=utf-8");
      assertThat(http.body())
          .isEqualTo(
              "{\"errors\":{\"request.url\":[\"scheme must be https. See /doc/webhooks#whitelist for more information.\"]}}");
      assertThat(
              send(
                      strict,
                      "POST",
                      "/webhooks",
                      "{\"consumer\":{\"name\":\"nobody\"},\"events\":[],\"enabled\":\"x\",\"request\":{\"method\":\"DELETE\",\"url\":\"https://${pactbroker.consumerName}/x\"}}")
                  .body())
          .contains("\"consumer.name\":[\"does not match an existing pacticipant\"]")
          .contains("\"events\":[\"size cannot be less than 1\"]")
          .contains("\"enabled\":[\"must be boolean\"]")
          .contains("\"request.method\":[\"must be POST. See /doc/webhooks#whitelist")
          .contains("\"request.url\":[\"cannot have a template parameter in the host\"]");
      assertThat(send(strict, "POST", "/webhooks", "{").statusCode()).isEqualTo(400);
      assertThat(send(strict, "POST", "/webhooks/provider/nobody", "{}").body())
          .isEqualTo("{\"error\":\"No provider with name 'nobody' found\"}");
    }
  }

  @Test
  void aTestCallsAtOnceAndTellsWhatCameOfIt() throws Exception {
    publish("1", "/a");
    HttpResponse<String> created =
        send(
            "POST",
            "/webhooks",
            webhook(
                request(", \"body\": \"${pactbroker.consumerVersionNumber}\""),
                "contract_published"));
    String path = URI.create(created.headers().firstValue("Location").orElseThrow()).getPath();

    HttpResponse<String> tested = send("POST", path + "/execute", "{}");

    assertThat(tested.statusCode()).isEqualTo(200);
    assertThat(target.told.getFirst().body()).isEqualTo("1");
    assertThat(tested.body())
        .contains("\"response\":{\"status\":200")
        .contains("\"success\":true")
        .contains("\"try-again\"");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(send("GET", path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void aRedirectIsNotFollowedAndAPrivateAddressIsNotCalled() throws Exception {
    // Given
    target.status = 302;
    target.location = "http://169.254.169.254/latest/meta-data";
    String hook = webhook(request(""), "contract_published");
    WebhookSettings open = WebhookSettings.STANDARD.withHosts(List.of(), true);

    // Then
    assertThat(send("POST", "/webhooks/execute", hook).body())
        .contains("\"status\":302")
        .contains("\"success\":false");
    target.told.clear();
    try (RegistryServer unnamed = serve(open)) {
      String answer = send(unnamed, "POST", "/webhooks/execute", hook).body();
      assertThat(answer).contains("has an address that is not public").doesNotContain("302");
    }
    assertThat(target.told).isEmpty();
  }

  @Test
  void aTargetThatHangsIsGivenUpAndHoldsUpNobodyElse() throws Exception {
    // Given
    try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String slow =
          "{\"method\": \"POST\", \"url\": \"http://localhost:" + hanging.getLocalPort() + "/\"}";
      send("POST", "/webhooks", webhook(slow, "contract_published"));
      send("POST", "/webhooks", webhook(request(""), "contract_published"));
      for (int i = 1; i <= 8; i++) {
        publish("" + i, "/" + i);
      }
      WebhookSettings quick = LOCAL.withTimes(Duration.ofMillis(400), List.of());
      var isBroken = new CountDownLatch(1);

      // When
      DeliveryWorker worker =
          DeliveryWorker.start(database, quick, clock, _ -> isBroken.countDown());
      try (worker) {
        for (int i = 0; i < MAX_LOOKS && (target.told.size() < 8 || failures() < 8); i++) {
          assertThat(isBroken.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
      }
    }

    // Then
    assertThat(target.told).hasSize(8);
    assertThat(failures()).isEqualTo(8);
  }

  private int failures() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM deliveries WHERE status = 'failure'")
                .mapTo(Integer.class)
                .one());
  }

  private String logs(String path) throws Exception {
    String body = send("GET", path, "").body();
    var found = Pattern.compile("/triggered-webhooks/[0-9a-f-]+/logs").matcher(body);
    assertThat(found.find()).isTrue();
    return send("GET", found.group(), "").body();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(server, method, path, body);
  }

  private static HttpResponse<String> send(
      RegistryServer to, String method, String path, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(to.url() + path))
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
