package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `concordat toxiproxy` as a client of Toxiproxy sees it.
@Tag("slow")
final class ToxiproxyCommandTest {
  private static final byte[] BODY = "0123456789".getBytes(StandardCharsets.UTF_8);
  private static final Pattern READY = Pattern.compile("Toxiproxy's API at (http://\\S+), seed 7");
  private static final Pattern LISTENS =
      Pattern.compile("\"listen\":\\s*\"127\\.0\\.0\\.1:(\\d+)\"");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void aProxyIsMadeDisturbedAndEndsWithTheCommand() throws Exception {
    // Given
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, BODY.length);
          exchange.getResponseBody().write(BODY);
          exchange.close();
        });
    provider.start();
    Process concordat =
        ConcordatProcess.start(folder, folder, "toxiproxy", "--port", "0", "--seed", "7");
    try (HttpClient client = HttpClient.newHttpClient()) {
      String api = ConcordatProcess.await(concordat, folder, READY).group(1);

      // When
      HttpResponse<String> made =
          post(
              client,
              api + "/proxies",
              "{\"name\":\"p\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:"
                  + provider.getAddress().getPort()
                  + "\"}");
      Matcher listens = LISTENS.matcher(made.body());
      assertThat(listens.find()).as(made.body()).isTrue();
      String proxy = "http://127.0.0.1:" + listens.group(1);
      String whole = get(client, proxy);
      HttpResponse<String> toxic =
          post(
              client,
              api + "/proxies/p/toxics",
              "{\"type\":\"limit_data\",\"attributes\":{\"bytes\":0}}");

      // Then
      assertThat(made.statusCode()).isEqualTo(201);
      assertThat(whole).isEqualTo("0123456789");
      assertThat(toxic.statusCode()).isEqualTo(200);
      assertThat(get(client, proxy)).startsWith("no answer");
      concordat.destroy();
      assertThat(concordat.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(concordat.exitValue()).isZero();
      assertThat(get(client, proxy)).startsWith("no answer");
    } finally {
      provider.stop(0);
      concordat.destroyForcibly();
    }
  }

  private static HttpResponse<String> post(HttpClient client, String uri, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(uri)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static String get(HttpClient client, String uri) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).timeout(LIMIT).build();
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "no answer: " + e;
    }
  }
}
