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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `concordat drift` that is stopped in the middle.
@Tag("slow")
final class StoppedDriftTest {
  private static final int STUBS = 5_000;
  private static final byte[] TEXT = "one".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private final CountDownLatch requests = new CountDownLatch(30);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    String stubs = IntStream.range(0, STUBS).mapToObj(this::stub).collect(Collectors.joining(","));
    Files.writeString(folder.resolve("stubs.json"), "{\"mappings\": [" + stubs + "]}");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, TEXT.length);
          exchange.getResponseBody().write(TEXT);
          exchange.close();
          requests.countDown();
        });
    server.start();
  }

  private String stub(int number) {
    return "{\"request\": {\"method\": \"GET\", \"url\": \"/count/"
        + number
        + "\"}, \"response\": {\"status\": 200, \"body\": \"one\", \"headers\": {\"Content-Type\":"
        + " \"text/plain\"}}}";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void tellsWhatItLookedAtAndNeverEndsAsIfEverythingHeld(String signal, int exitCode)
      throws Exception {
    // Given
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Process concordat =
        ConcordatProcess.start(folder, folder, "drift", "stubs.json", "--against", url);
    assertThat(requests.await(60, TimeUnit.SECONDS)).as("requests come").isTrue();

    // When
    ConcordatProcess.signal(concordat, signal);

    // Then
    assertThat(concordat.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(ConcordatProcess.log(folder))
        .content()
        .contains("the check was stopped before its end");
    assertThat(concordat.exitValue()).isEqualTo(exitCode);
  }
}
