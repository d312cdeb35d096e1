package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.environment.part.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server and database are killed at random moments while fifty publish.
@Tag("slow")
@Order(1)
final class KilledRegistryTest {
  private static final long SEED = 20_261_129;
  private static final int PUBLISHERS = 50;
  private static final int VERSIONS_EACH = 4;
  private static final int MAX_TRIES = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(200);
  private static final Pattern TOKEN = Pattern.compile("\"token\":\\s*\"([^\"]+)\"");

  @TempDir private Path folder;
  private final Arrivals acknowledged = new Arrivals();
  private final Arrivals told = new Arrivals();
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";
  private int port;

  @Test
  void nothingAcknowledgedIsLostOrDoubledAndEveryWebhookIsCalled() throws Exception {
    // Given
    HttpServer target = MessageTarget.start(told::add);
    Path data = folder.resolve("data");
    port = FreePorts.next();
    Process server = serve(data);
    token = ConcordatProcess.await(server, folder, TOKEN).group(1);
    int made = post("/webhooks", MessageTarget.webhook(target));
    assertThat(made).isEqualTo(201);
    List<Thread> publishers = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      String consumer = "consumer" + i;
      publishers.add(Thread.ofVirtual().start(() -> publishAll(consumer)));
    }

    // When
    Random random = new Random(SEED);
    for (int kill = 0; kill < 4; kill++) {
      int wanted = acknowledged.all().size() + 5 + random.nextInt(20);
      acknowledged.await(Math.min(wanted, PUBLISHERS * VERSIONS_EACH), LIMIT);
      if (kill % 2 == 0) {
        killPostgres(data);
      } else {
        server.destroyForcibly().waitFor();
        server = serve(data);
      }
    }
    for (Thread publisher : publishers) {
      publisher.join();
    }
    told.awaitAll(acknowledged.all(), LIMIT);

    // Then
    try {
      assertThat(acknowledged.all()).hasSize(PUBLISHERS * VERSIONS_EACH);
      assertThat(told.all()).containsAll(acknowledged.all());
      assertThat(KeptPublications.of(data)).containsExactlyInAnyOrderElementsOf(acknowledged.all());
    } finally {
      server.destroy();
      server.waitFor();
      target.stop(0);
      client.close();
    }
  }

  private Process serve(Path data) throws IOException {
    return ConcordatProcess.start(
        CommandTester.HOME,
        folder,
        "serve",
        "--port",
        String.valueOf(port),
        "--data",
        data.toString(),
        "--format",
        "json",
        "--webhook-host",
        "localhost",
        "--webhook-http");
  }

  private void publishAll(String consumer) {
    for (int version = 1; version <= VERSIONS_EACH; version++) {
      String pact =
          "{\"consumer\": {\"name\": \"%s\"}, \"provider\": {\"name\": \"hub\"}, \"interactions\": [{\"description\": \"v%d\"}]}"
              .formatted(consumer, version);
      String body =
          "{\"system\": \"%s\", \"version\": \"%d\", \"branch\": \"main\", \"pacts\": [{\"provider\": \"hub\", \"content\": \"%s\"}]}"
              .formatted(
                  consumer,
                  version,
                  Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8)));
      for (int i = 0; i < MAX_TRIES; i++) {
        try {
          if (post("/publications", body) == 200) {
            acknowledged.add(consumer + " " + version);
            break;
          }
          tryAgainSoon();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  /// When another got through, or a little later: the server may be dead.
  private void tryAgainSoon() throws InterruptedException {
    acknowledged.await(acknowledged.all().size() + 1, PAUSE);
  }

  /// The status of the answer; 0 where there was none.
  private int post(String path, String body) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .header("Authorization", "Bearer " + token)
                  .timeout(Duration.ofSeconds(30))
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode();
    } catch (IOException dead) {
      return 0;
    }
  }

  private static void killPostgres(Path data) throws IOException {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
  }
}
