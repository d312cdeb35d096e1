package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.environment.part.KeptPostgres;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server and database are killed at random moments while fifty publish.
@Tag("slow")
final class KilledRegistryTest {
  private static final long SEED = 20_261_129;
  private static final int PUBLISHERS = 50;
  private static final int VERSIONS_EACH = 4;
  private static final int MAX_TRIES = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(100);

  @TempDir private Path folder;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";
  private int port;

  @Test
  void nothingAcknowledgedIsLostOrDoubledAndEveryWebhookIsCalled() throws Exception {
    // Given
    HttpServer target = target();
    Path data = folder.resolve("data");
    port = freePort();
    Process server = serve(data);
    awaitToken();
    post(
        "/webhooks",
        "{\"events\": [{\"name\": \"contract_published\"}], \"request\": {\"method\": \"POST\", \"url\": \"http://localhost:"
            + target.getAddress().getPort()
            + "/\", \"body\": \"${pactbroker.consumerName} ${pactbroker.consumerVersionNumber}\"}}");
    List<Thread> publishers = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      String consumer = "consumer" + i;
      publishers.add(Thread.ofVirtual().start(() -> publishAll(consumer)));
    }

    // When
    Random random = new Random(SEED);
    for (int kill = 0; kill < 4; kill++) {
      awaitAcknowledged(acknowledged.size() + 5 + random.nextInt(20));
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
    for (int i = 0; i < MAX_TRIES && !told.containsAll(acknowledged); i++) {
      Thread.sleep(PAUSE);
    }

    // Then
    try {
      assertThat(acknowledged).hasSize(PUBLISHERS * VERSIONS_EACH);
      assertThat(told).containsAll(acknowledged);
      assertThat(publications(data)).containsExactlyInAnyOrderElementsOf(acknowledged);
    } finally {
      server.destroy();
      server.waitFor();
      target.stop(0);
      client.close();
    }
  }

  private HttpServer target() throws IOException {
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    target.start();
    return target;
  }

  private Process serve(Path data) throws IOException {
    return ConcordatProcess.start(
        Path.of(System.getProperty("user.home"), ".concordat"),
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

  private void awaitToken() throws Exception {
    for (int i = 0; i < MAX_TRIES && token.isEmpty(); i++) {
      Thread.sleep(PAUSE);
      for (String line : Files.readAllLines(ConcordatProcess.log(folder))) {
        if (JsonParser.parse(line).value().orElse(JsonObject.EMPTY) instanceof JsonObject said
            && said.member("token").orElse(said) instanceof JsonString(String secret)) {
          token = secret;
        }
      }
    }
    assertThat(token).isNotEmpty();
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
          Thread.sleep(PAUSE);
        } catch (IOException dead) {
          // Its death was waited for; it is tried again.
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private int post(String path, String body) throws IOException, InterruptedException {
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
      Thread.sleep(PAUSE);
      throw dead;
    }
  }

  private void awaitAcknowledged(int count) throws InterruptedException {
    int wanted = Math.min(count, PUBLISHERS * VERSIONS_EACH);
    for (int i = 0; i < MAX_TRIES && acknowledged.size() < wanted; i++) {
      Thread.sleep(Duration.ofMillis(10));
    }
  }

  private static void killPostgres(Path data) throws IOException {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static List<String> publications(Path data) throws Exception {
    KeptPostgres.Running running = KeptPostgres.running(data);
    List<String> found = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(running.jdbcUrl(), KeptPostgres.USER, running.password());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT s.name || ' ' || v.number FROM publications p JOIN versions v ON v.id ="
                    + " p.version_id JOIN systems s ON s.id = v.system_id WHERE p.is_current")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
