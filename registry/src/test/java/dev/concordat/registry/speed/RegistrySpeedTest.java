package dev.concordat.registry.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.broker.BrokerRoutes;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.gate.GateRoutes;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.matrix.MatrixRoutes;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.verification.VerificationRoutes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Measures the questions that must be quick, over HTTP, on a registry as big as a big company's. Writes a table to the file
/// that the property `page` names.
@Tag("soak")
class RegistrySpeedTest {
  private static final int WARM_UP = Integer.getInteger("concordat.speed.warmup", 100);
  private static final int ROUNDS = Integer.getInteger("concordat.speed.rounds", 300);
  private static final double NANOS_OF_MILLISECOND = 1e6;

  private final List<String> lines = new ArrayList<>();

  @Test
  void questionsOfABigRegistryAreAnswered() throws Exception {
    try (Database database = TestDatabase.open();
        HttpClient client = HttpClient.newHttpClient()) {
      long started = System.nanoTime();
      database.write(
          handle -> {
            try {
              new BigRegistry(handle).fill();
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
            return true;
          });
      long filled = System.nanoTime();
      database.write(
          handle -> {
            handle.execute("SET LOCAL statement_timeout = 0");
            return handle.execute("ANALYZE");
          });
      line(
          "The registry was filled in %.0f s: %d systems, %d versions, %d publications, %d verifications."
              .formatted(
                  (filled - started) / 1e9,
                  BigRegistry.SYSTEMS,
                  count(database, "versions"),
                  count(database, "publications"),
                  count(database, "verifications")));
      line("");
      line("| question | answer bytes | p50 ms | p99 ms | least ms |");
      line("|---|---|---|---|---|");
      List<Route> routes = new ArrayList<>(MatrixRoutes.of(database));
      routes.addAll(VerificationRoutes.of(database));
      routes.addAll(GateRoutes.of(database, Clock.systemUTC()));
      routes.addAll(BrokerRoutes.of(database, Clock.systemUTC(), Events.NONE));
      try (RegistryServer server =
          RegistryServer.start(ServerSettings.LOOPBACK, routes, Guard.OPEN)) {
        measureAll(client, server.url());
      }
    }
    String page = System.getProperty("page", "");
    if (!page.isEmpty()) {
      Files.write(Path.of(page), lines);
    }
  }

  private void measureAll(HttpClient client, String url) throws Exception {
    String hub = "version[][system]=system-1&version[][number]=";
    measure(
        client,
        "gate: the hub to production",
        i -> get(url + "/gate?" + hub + (90 + i % 10) + "&to=production"));
    measure(
        client,
        "gate: the hub to the main branches",
        i -> get(url + "/gate?" + hub + (90 + i % 10) + "&merge"));
    measure(
        client,
        "can-i-deploy: the hub to production",
        i ->
            get(
                url
                    + "/matrix?q[][pacticipant]=system-1&q[][version]="
                    + (90 + i % 10)
                    + "&latestby=cvpv&environment=production&limit=1000"));
    measure(
        client,
        "pacts for verification: the hub, all kinds of selectors, pending, work in progress",
        _ ->
            post(
                url + "/pacts/provider/system-1/for-verification",
                "{\"consumerVersionSelectors\":[{\"mainBranch\":true},{\"branch\":\"feat/x\"},"
                    + "{\"matchingBranch\":true},{\"tag\":\"prod\",\"latest\":true},"
                    + "{\"tag\":\"none\",\"latest\":true,\"fallbackTag\":\"prod\"},{\"latest\":true},"
                    + "{\"deployedOrReleased\":true},{\"environment\":\"staging\"}],"
                    + "\"providerVersionBranch\":\"main\",\"includePendingStatus\":true,"
                    + "\"includeWipPactsSince\":\"2020-01-01\"}"));
    measure(
        client,
        "matrix: 1 000 rows of a pair",
        _ ->
            get(
                url
                    + "/matrix?q[][pacticipant]=system-2&q[][pacticipant]=system-1"
                    + "&latestby=cvpv&limit=1000"));
    measure(
        client,
        "publish: a new version with a new content",
        i -> post(url + "/contracts/publish", publication(i)));
  }

  private static String publication(int i) {
    String pact =
        "{\"consumer\":{\"name\":\"system-2\"},\"provider\":{\"name\":\"system-1\"},\"interactions\":["
            + "{\"description\":\"number "
            + i
            + "\",\"request\":{\"method\":\"GET\",\"path\":\"/things/"
            + i
            + "\"},\"response\":{\"status\":200,\"body\":{\"id\":"
            + i
            + "}}}],\"metadata\":{\"pactSpecification\":{\"version\":\"2.0.0\"}}}";
    return "{\"pacticipantName\":\"system-2\",\"pacticipantVersionNumber\":\"new-"
        + i
        + "\",\"branch\":\"main\",\"contracts\":[{\"consumerName\":\"system-2\",\"providerName\":"
        + "\"system-1\",\"specification\":\"pact\",\"contentType\":\"application/json\",\"content\":\""
        + Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8))
        + "\"}]}";
  }

  private void measure(HttpClient client, String what, IntFunction<HttpRequest> request)
      throws Exception {
    long[] nanos = new long[ROUNDS];
    int bytes = 0;
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      HttpRequest sent = request.apply(i + WARM_UP);
      long from = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(sent, BodyHandlers.ofByteArray());
      long took = System.nanoTime() - from;
      assertThat(answer.statusCode()).as(what).isEqualTo(200);
      bytes = answer.body().length;
      if (i >= 0) {
        nanos[i] = took;
      }
    }
    Arrays.sort(nanos);
    line(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f | %.1f | %.1f |",
            what,
            bytes,
            nanos[ROUNDS / 2] / NANOS_OF_MILLISECOND,
            nanos[ROUNDS - 1 - ROUNDS / 100] / NANOS_OF_MILLISECOND,
            nanos[0] / NANOS_OF_MILLISECOND));
  }

  private static HttpRequest get(String uri) {
    return HttpRequest.newBuilder(URI.create(uri.replace("[", "%5B").replace("]", "%5D")))
        .header("Accept", "application/hal+json")
        .build();
  }

  private static HttpRequest post(String uri, String body) {
    return HttpRequest.newBuilder(URI.create(uri))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static long count(Database database, String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  private void line(String text) {
    lines.add(text);
    System.out.println(text);
  }
}
