package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.environment.part.KeptPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers share one database while fifty publish to both, and one of them is killed.
@Tag("soak")
final class OneOfTwoKilledTest {
  private static final int PUBLISHERS = 50;
  private static final int VERSIONS_EACH = 4;
  private static final int MAX_TRIES = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Pattern URL = Pattern.compile("\"url\":\\s*\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\\s*\"([^\"]+)\"");

  @TempDir private Path folder;
  private final Arrivals acknowledged = new Arrivals();
  private final Arrivals told = new Arrivals();

  @Test
  void theOtherGoesOnAndNothingAcknowledgedIsLostDoubledOrUntold() throws Exception {
    // Given
    HttpServer target = MessageTarget.start(told::add);
    Path data = folder.resolve("data");
    Process staying = serve("staying", "--data", data.toString());
    String first = await(staying, "staying", URL);
    String token = await(staying, "staying", TOKEN);
    Process killed = joining(data);
    String second = await(killed, "killed", URL);
    try (RegistryCalls calls = new RegistryCalls(HttpClient.newHttpClient(), token)) {
      int made = calls.post(first, "/webhooks", MessageTarget.webhook(target));
      assertThat(made).isEqualTo(201);
      List<Thread> publishers = new ArrayList<>();
      for (int i = 0; i < PUBLISHERS; i++) {
        String consumer = "consumer" + i;
        List<String> servers = i % 2 == 0 ? List.of(first, second) : List.of(second, first);
        publishers.add(Thread.ofVirtual().start(() -> publishAll(calls, consumer, servers)));
      }

      // When
      acknowledged.await(PUBLISHERS / 2, LIMIT);
      killed.destroyForcibly().waitFor();
      int before = acknowledged.all().size();
      for (Thread publisher : publishers) {
        publisher.join();
      }
      told.awaitAll(acknowledged.all(), LIMIT);

      // Then
      assertThat(before).isLessThan(PUBLISHERS * VERSIONS_EACH);
      assertThat(acknowledged.all()).hasSize(PUBLISHERS * VERSIONS_EACH);
      assertThat(told.all()).containsAll(acknowledged.all());
      assertThat(KeptPublications.of(data)).containsExactlyInAnyOrderElementsOf(acknowledged.all());
      assertThat(staying.isAlive()).isTrue();
    } finally {
      killed.destroyForcibly().waitFor();
      staying.destroy();
      staying.waitFor();
      target.stop(0);
    }
  }

  private void publishAll(RegistryCalls calls, String consumer, List<String> servers) {
    try {
      for (int version = 1; version <= VERSIONS_EACH; version++) {
        String number = String.valueOf(version);
        String body = RegistryCalls.publication(consumer, number, "v" + number);
        for (int i = 0; i < MAX_TRIES; i++) {
          if (calls.post(servers.get(i % 2), "/publications", body) == 200) {
            acknowledged.add(consumer + " " + number);
            break;
          }
          acknowledged.await(acknowledged.all().size() + 1, PAUSE);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Process joining(Path data) throws Exception {
    KeptPostgres.Running running = KeptPostgres.running(data);
    return serve(
        "killed",
        "--database",
        running.jdbcUrl() + "?password=" + running.password(),
        "--user",
        KeptPostgres.USER);
  }

  private Process serve(String name, String... where) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "serve",
                "--port",
                "0",
                "--format",
                "json",
                "--webhook-host",
                "localhost",
                "--webhook-http"));
    words.addAll(List.of(where));
    return ConcordatProcess.start(
        CommandTester.HOME,
        Files.createDirectories(folder.resolve(name)),
        words.toArray(String[]::new));
  }

  private String await(Process process, String name, Pattern pattern) throws Exception {
    return ConcordatProcess.await(process, folder.resolve(name), pattern).group(1);
  }
}
