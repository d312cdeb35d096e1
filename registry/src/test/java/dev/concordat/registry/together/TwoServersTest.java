package dev.concordat.registry.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.store.DatabaseAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TwoServersTest {
  private static final int PUBLISHERS = 50;
  private static final int VERSIONS = 3;
  private static final int VERIFIERS = 12;
  private static final int MAX_SECONDS = 60;
  private static final Pattern RESULTS =
      Pattern.compile("\"pb:publish-verification-results\":\\{[^}]*?\"href\":\"([^\"]*)\"");

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void twoServersThatStartTogetherLoseNothingAndTellEverythingAndOpenOneIncident()
      throws Exception {
    // Given
    DatabaseAddress address = TestDatabase.address();
    HttpServer target = target();
    String hook = "http://localhost:" + target.getAddress().getPort() + "/";
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newHttpClient()) {
      List<Callable<OneOfTwo>> starts =
          List.of(() -> OneOfTwo.start(address), () -> OneOfTwo.start(address));
      List<OneOfTwo> both = results(threads.invokeAll(starts));
      try (OneOfTwo first = both.getFirst();
          OneOfTwo second = both.getLast()) {
        String webhook =
            "{\"events\": [{\"name\": \"contract_published\"}], \"request\": {\"method\": \"POST\","
                + " \"url\": \""
                + hook
                + "\", \"body\": \"published ${pactbroker.consumerName}"
                + " ${pactbroker.consumerVersionNumber}\"}}";
        assertThat(post(client, first.server().url() + "/webhooks", webhook)).isEqualTo(201);
        String channel = "{\"kind\": \"slack\", \"url\": \"" + hook + "\"}";
        assertThat(post(client, second.server().url() + "/channels", channel)).isEqualTo(201);

        // When
        List<Callable<Integer>> publications = new ArrayList<>();
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < PUBLISHERS * VERSIONS; i++) {
          String consumer = "web-" + i % PUBLISHERS;
          String number = "v" + i / PUBLISHERS;
          String url = both.get(i % 2).server().url() + "/contracts/publish";
          publications.add(() -> post(client, url, publication(consumer, number)));
          expected.add("published " + consumer + " " + number);
        }
        List<Integer> published = results(threads.invokeAll(publications));
        String results = resultsOf(client, first);
        List<Callable<Integer>> verifications = new ArrayList<>();
        for (int i = 0; i < VERIFIERS; i++) {
          String url = results.replace(first.server().url(), both.get(i % 2).server().url());
          verifications.add(
              () ->
                  post(client, url, "{\"success\": false, \"providerApplicationVersion\": \"1\"}"));
        }
        List<Integer> verified = results(threads.invokeAll(verifications));
        expected.add("{\"text\":");
        Set<String> missing = missing(expected);

        // Then
        assertThat(published).containsOnly(200);
        assertThat(verified).containsOnly(201);
        assertThat(missing).isEmpty();
        assertThat(count(first, "publications")).isEqualTo(PUBLISHERS * VERSIONS);
        assertThat(count(first, "incidents")).isEqualTo(1);
        assertThat(count(first, "deliveries WHERE event LIKE 'incident%'")).isEqualTo(1);
        assertThat(count(first, "deliveries WHERE event NOT LIKE 'incident%'"))
            .isEqualTo(PUBLISHERS * VERSIONS);
      }
    } finally {
      target.stop(0);
    }
  }

  private HttpServer target() throws Exception {
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    target.start();
    return target;
  }

  /// Of what must be told, what was not within the time.
  private Set<String> missing(Set<String> expected) throws InterruptedException {
    Set<String> missing = new HashSet<>(expected);
    while (!missing.isEmpty()) {
      String text = told.poll(MAX_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        return missing;
      }
      missing.removeIf(text::startsWith);
    }
    return missing;
  }

  private static String publication(String consumer, String number) {
    String pact =
        """
        {"consumer": {"name": "%s"}, "provider": {"name": "orders"}, "interactions": [
          {"description": "%s", "request": {"method": "GET", "path": "/"}, "response": {"status": 200}}]}
        """
            .formatted(consumer, number);
    return """
        {"pacticipantName": "%s", "pacticipantVersionNumber": "%s", "branch": "main", "contracts": [
          {"consumerName": "%s", "providerName": "orders", "specification": "pact",
           "contentType": "application/json", "content": "%s"}]}
        """
        .formatted(
            consumer,
            number,
            consumer,
            Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8)));
  }

  private static String resultsOf(HttpClient client, OneOfTwo server) throws Exception {
    URI latest = URI.create(server.server().url() + "/pacts/provider/orders/consumer/web-0/latest");
    HttpResponse<String> pact =
        client.send(HttpRequest.newBuilder(latest).build(), BodyHandlers.ofString());
    Matcher found = RESULTS.matcher(pact.body());
    assertThat(found.find()).as(pact.body()).isTrue();
    return found.group(1);
  }

  /// Comes again, as it is told, where a busy machine has no connection to its database left for the request.
  private static int post(HttpClient client, String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    while (status == 503 && System.nanoTime() - end < 0) {
      status = client.send(request, BodyHandlers.discarding()).statusCode();
    }
    return status;
  }

  private static long count(OneOfTwo server, String from) {
    return server
        .database()
        .read(handle -> handle.createQuery("SELECT count(*) FROM " + from).mapTo(Long.class).one());
  }

  private static <T> List<T> results(List<Future<T>> futures) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
