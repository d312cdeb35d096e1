package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.part.KeptPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server is killed between keeping a provider's contract and comparing it with what all its consumers need.
@Tag("soak")
final class DeadWhileComparingTest {
  private static final int CONSUMERS = 300;
  private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(4);
  private static final Pattern READY =
      Pattern.compile("\"url\":\\s*\"([^\"]+)\"(?s:.*)\"token\":\\s*\"([^\"]+)\"");
  private static final Pattern READY_AGAIN = Pattern.compile("\"url\":\\s*\"([^\"]+)\"");

  @TempDir private Path folder;
  private String url = "";
  private String token = "";

  @Test
  void allThatWasLeftIsComparedAndTold() throws Exception {
    // Given
    Path data = folder.resolve("data");
    Process first = serve(data);
    Matcher ready = ConcordatProcess.await(first, folder, READY);
    url = ready.group(1);
    token = ready.group(2);
    for (int i = 0; i < CONSUMERS; i++) {
      assertThat(publish(consumer(i))).isEqualTo(200);
    }

    // When
    Thread publisher = Thread.ofVirtual().start(this::publishContract);
    awaitVerifications(data, 1);
    first.destroyForcibly().waitFor();
    publisher.join();
    Process second = serve(data);
    ConcordatProcess.await(second, folder, READY_AGAIN);
    long left = count(data, "comparisons_due");
    awaitVerifications(data, CONSUMERS);

    // Then
    try {
      assertThat(left).isEqualTo(1);
      assertThat(count(data, "verifications")).isEqualTo(CONSUMERS);
      assertThat(count(data, "incidents WHERE state = 'open'")).isEqualTo(CONSUMERS);
    } finally {
      second.destroy();
      second.waitFor();
    }
  }

  private Process serve(Path data) throws IOException {
    return ConcordatProcess.start(
        CommandTester.HOME,
        folder,
        "serve",
        "--port",
        "0",
        "--data",
        data.toString(),
        "--format",
        "json");
  }

  private static String consumer(int number) {
    String pact =
        """
        {"consumer": {"name": "c%d"}, "provider": {"name": "hub"}, "interactions": [
          {"description": "one", "request": {"method": "GET", "path": "/things/%d"}, "response": {"status": 201}}],
         "metadata": {"pactSpecification": {"version": "3.0.0"}}}
        """
            .formatted(number, number);
    return "{\"system\": \"c%d\", \"version\": \"1\", \"branch\": \"main\", \"pacts\": [{\"content\": \"%s\"}]}"
        .formatted(number, base64(pact));
  }

  private void publishContract() {
    String contract =
        """
        openapi: 3.1.0
        info: {title: hub, version: "1"}
        paths:
          /things/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses: {"200": {description: a thing}}
        """;
    try {
      publish(
          "{\"system\": \"hub\", \"version\": \"1\", \"branch\": \"main\", \"provides\": [{\"name\": \"openapi.yaml\", \"content\": \"%s\"}]}"
              .formatted(base64(contract)));
    } catch (IOException dead) {
      // The server is killed before it answers.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private int publish(String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url + "/publications"))
                  .header("Authorization", "Bearer " + token)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static void awaitVerifications(Path data, int wanted) throws Exception {
    long end = System.nanoTime() + MAX_NANOS;
    while (count(data, "verifications") < wanted) {
      assertThat(System.nanoTime()).as("too late").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static long count(Path data, String from) throws Exception {
    KeptPostgres.Running running = KeptPostgres.running(data);
    try (var connection =
            DriverManager.getConnection(running.jdbcUrl(), KeptPostgres.USER, running.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
