package dev.concordat.registry.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.store.Database;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    try (Measured measured = Measured.open();
        HttpClient client = HttpClient.newHttpClient()) {
      if (measured.isEmpty()) {
        long started = System.nanoTime();
        fill(measured.database());
        line(
            "The registry was filled in %.0f s: %d systems, %d versions, %d publications, %d verifications."
                .formatted(
                    (System.nanoTime() - started) / 1e9,
                    BigRegistry.SYSTEMS,
                    measured.count("versions"),
                    measured.count("publications"),
                    measured.count("verifications")));
        line("");
      }
      line(
          "| question | answer bytes | p50 ms | p99 ms | least ms | server CPU ms | PostgreSQL CPU ms |");
      line("|---|---|---|---|---|---|---|");
      measureAll(client, measured);
      measured
          .memory()
          .ifPresent(
              mebibytes -> {
                line("");
                line(
                    "The server had at most %d MiB in memory (resident, without PostgreSQL)."
                        .formatted(mebibytes));
              });
    }
    String page = System.getProperty("page", "");
    if (!page.isEmpty()) {
      Files.write(Path.of(page), lines);
    }
  }

  private static void fill(Database database) {
    database.write(
        handle -> {
          try {
            new BigRegistry(handle).fill();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          return true;
        });
    database.write(
        handle -> {
          handle.execute("SET LOCAL statement_timeout = 0");
          return handle.execute("ANALYZE");
        });
  }

  private void measureAll(HttpClient client, Measured measured) throws Exception {
    String url = measured.url();
    String hub = "version[][system]=system-1&version[][number]=";
    measure(
        client,
        measured,
        "gate: the hub to production",
        i -> get(url + "/gate?" + hub + (90 + i % 10) + "&to=production"));
    measure(
        client,
        measured,
        "gate: the hub to the main branches",
        i -> get(url + "/gate?" + hub + (90 + i % 10) + "&merge"));
    IntFunction<HttpRequest> deploy =
        i ->
            get(
                url
                    + "/matrix?q[][pacticipant]=system-1&q[][version]="
                    + (90 + i % 10)
                    + "&latestby=cvpv&environment=production&limit=1000");
    IntFunction<HttpRequest> verify =
        _ ->
            post(
                url + "/pacts/provider/system-1/for-verification",
                "{\"consumerVersionSelectors\":[{\"mainBranch\":true},{\"branch\":\"feat/x\"},"
                    + "{\"matchingBranch\":true},{\"tag\":\"prod\",\"latest\":true},"
                    + "{\"tag\":\"none\",\"latest\":true,\"fallbackTag\":\"prod\"},{\"latest\":true},"
                    + "{\"deployedOrReleased\":true},{\"environment\":\"staging\"}],"
                    + "\"providerVersionBranch\":\"main\",\"includePendingStatus\":true,"
                    + "\"includeWipPactsSince\":\"2020-01-01\"}");
    measure(client, measured, "can-i-deploy: the hub to production, nothing written since", deploy);
    measure(
        client,
        measured,
        "pacts for verification: the hub, all kinds of selectors, pending, work in progress; nothing written since",
        verify);
    measure(
        client,
        measured,
        "matrix: 1 000 rows of a pair",
        _ ->
            get(
                url
                    + "/matrix?q[][pacticipant]=system-2&q[][pacticipant]=system-1"
                    + "&latestby=cvpv&limit=1000"));
    String run = Long.toString(System.currentTimeMillis());
    IntFunction<HttpRequest> publish =
        i -> post(url + "/contracts/publish", publication(run + "-" + i));
    measure(client, measured, "publish: a new version with a new content", _ -> {}, publish);
    measure(
        client,
        measured,
        "can-i-deploy: after a publication, which is not timed",
        i -> send(client, measured, publish.apply(-2_000_000 - i)),
        deploy);
    measure(
        client,
        measured,
        "pacts for verification: after a publication, which is not timed",
        i -> send(client, measured, publish.apply(-3_000_000 - i)),
        verify);
    measure(
        client, measured, "map: nothing changed since it was read", _ -> {}, _ -> get(url + "/ui"));
    measure(
        client,
        measured,
        "map: after a publication, which is not timed",
        i -> send(client, measured, publish.apply(-1 - i)),
        _ -> get(url + "/ui"));
    measure(
        client,
        measured,
        "map of production: after a publication, which is not timed",
        i -> send(client, measured, publish.apply(-1_000_000 - i)),
        _ -> get(url + "/ui?environment=production"));
  }

  private static String publication(String i) {
    String pact =
        "{\"consumer\":{\"name\":\"system-2\"},\"provider\":{\"name\":\"system-1\"},\"interactions\":[{\"description\":\"number"
            + " "
            + i
            + "\",\"request\":{\"method\":\"GET\",\"path\":\"/things/"
            + i
            + "\"},\"response\":{\"status\":200,\"body\":{\"id\":\""
            + i
            + "\"}}}],\"metadata\":{\"pactSpecification\":{\"version\":\"2.0.0\"}}}";
    return "{\"pacticipantName\":\"system-2\",\"pacticipantVersionNumber\":\"new-"
        + i
        + "\",\"branch\":\"main\",\"contracts\":[{\"consumerName\":\"system-2\",\"providerName\":"
        + "\"system-1\",\"specification\":\"pact\",\"contentType\":\"application/json\",\"content\":\""
        + Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8))
        + "\"}]}";
  }

  private void measure(
      HttpClient client, Measured measured, String what, IntFunction<HttpRequest> request)
      throws Exception {
    measure(client, measured, what, _ -> {}, request);
  }

  /// @param before what is done before each request and not timed
  private void measure(
      HttpClient client,
      Measured measured,
      String what,
      Before before,
      IntFunction<HttpRequest> request)
      throws Exception {
    if (!what.contains(System.getProperty("concordat.speed.only", ""))) {
      return;
    }
    long[] nanos = new long[ROUNDS];
    int bytes = 0;
    Optional<Measured.Used> begun = Optional.empty();
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      if (i == 0) {
        begun = measured.used();
      }
      before.round(i + WARM_UP);
      HttpRequest sent = request.apply(i + WARM_UP);
      long from = System.nanoTime();
      bytes = send(client, measured, sent);
      long took = System.nanoTime() - from;
      if (i >= 0) {
        nanos[i] = took;
      }
    }
    String used = begun.flatMap(from -> measured.used().map(to -> each(from, to))).orElse("– | –");
    Arrays.sort(nanos);
    line(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f | %.1f | %.1f | %s |",
            what,
            bytes,
            nanos[ROUNDS / 2] / NANOS_OF_MILLISECOND,
            nanos[ROUNDS - 1 - ROUNDS / 100] / NANOS_OF_MILLISECOND,
            nanos[0] / NANOS_OF_MILLISECOND,
            used));
  }

  /// Processor time of a round, what was done before it included.
  private static String each(Measured.Used from, Measured.Used to) {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f",
        (double) (to.server() - from.server()) / ROUNDS,
        (double) (to.postgres() - from.postgres()) / ROUNDS);
  }

  /// What is done before a round.
  @FunctionalInterface
  private interface Before {
    void round(int number) throws Exception;
  }

  private static int send(HttpClient client, Measured measured, HttpRequest request)
      throws Exception {
    HttpResponse<byte[]> answer =
        client.send(measured.allowed(request), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(() -> request.uri() + new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return answer.body().length;
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

  private void line(String text) {
    lines.add(text);
    System.out.println(text);
  }
}
