package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `concordat conform` that is stopped in the middle.
@Tag("slow")
final class StoppedProviderRunTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Count, version: "1"}
      paths:
        /count:
          get:
            operationId: count
            parameters: [{name: from, in: query, schema: {type: string}}]
            responses:
              "200": {description: ok, content: {text/plain: {schema: {type: string}}}}
      """;
  private static final byte[] TEXT = "one".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private final CountDownLatch requests = new CountDownLatch(30);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("api.yaml"), CONTRACT);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean isGet = exchange.getRequestMethod().equals("GET");
          exchange
              .getResponseHeaders()
              .set(isGet ? "Content-Type" : "Allow", isGet ? "text/plain" : "GET");
          exchange.sendResponseHeaders(isGet ? 200 : 405, isGet ? TEXT.length : -1);
          if (isGet) {
            exchange.getResponseBody().write(TEXT);
          }
          exchange.close();
          requests.countDown();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void tellsWhatItKnowsAndNeverEndsAsIfEverythingHeld(String signal, int exitCode)
      throws Exception {
    // Given
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Process concordat =
        ConcordatProcess.start(
            folder, folder, "conform", "api.yaml", "--url", url, "--only", "safe");
    assertThat(requests.await(180, TimeUnit.SECONDS)).as("requests come").isTrue();

    // When
    ConcordatProcess.signal(concordat, signal);

    // Then
    assertThat(concordat.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(ConcordatProcess.log(folder)).content().contains("the run was stopped");
    assertThat(concordat.exitValue()).isEqualTo(exitCode);
  }
}
