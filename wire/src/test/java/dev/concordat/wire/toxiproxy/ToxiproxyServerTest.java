package dev.concordat.wire.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.tcp.EchoServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Requests in the form in which Toxiproxy's clients send them.
class ToxiproxyServerTest {
  private static final int A_WHILE_MILLIS = 50;
  private static final int PATIENCE_MILLIS = 20_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private EventLoops loops;
  private EchoServer echo;
  private ToxiproxyServer server;

  @BeforeEach
  void open() throws IOException {
    loops = EventLoops.open(1);
    echo = new EchoServer();
    server =
        ToxiproxyServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), loops, 1);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    echo.close();
    loops.close();
    http.close();
  }

  private HttpResponse<String> ask(String method, String path, String body) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    return http.send(
        HttpRequest.newBuilder(address)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Socket proxied() throws Exception {
    HttpResponse<String> created =
        ask(
            "POST",
            "/proxies",
            "{\"name\":\"redis\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:"
                + echo.address().getPort()
                + "\",\"enabled\":true}");
    assertThat(created.statusCode()).isEqualTo(201);
    return connect();
  }

  private Socket connect() throws Exception {
    JsonObject proxy =
        (JsonObject)
            JsonParser.parse(ask("GET", "/proxies/redis", "").body()).value().orElseThrow();
    String listen = ((JsonString) proxy.member("listen").orElseThrow()).value();
    var socket =
        new Socket(
            InetAddress.getLoopbackAddress(),
            Integer.parseInt(listen.substring(listen.indexOf(':') + 1)));
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static int roundTrip(Socket socket, int value) throws IOException {
    socket.getOutputStream().write(value);
    return socket.getInputStream().read();
  }

  @Test
  void aProxyPassesBytesAndIsShown() throws Exception {
    // Given
    try (Socket socket = proxied()) {
      // When
      int back = roundTrip(socket, 7);

      // Then
      assertThat(back).isEqualTo(7);
      assertThat(ask("GET", "/proxies", "").body())
          .contains("\"redis\":{\"name\":\"redis\",\"listen\":\"127.0.0.1:")
          .contains("\"enabled\":true,\"toxics\":[]");
    }
  }

  @Test
  void aToxicIsAddedChangedShownAndRemoved() throws Exception {
    // Given
    proxied().close();

    // When
    var added =
        ask(
            "POST",
            "/proxies/redis/toxics",
            "{\"type\":\"latency\",\"stream\":\"upstream\",\"toxicity\":1.0,\"attributes\":{\"latency\":100}}");
    var changed =
        ask("POST", "/proxies/redis/toxics/latency_upstream", "{\"attributes\":{\"jitter\":15}}");
    var shown = ask("GET", "/proxies/redis/toxics", "");
    var removed = ask("DELETE", "/proxies/redis/toxics/latency_upstream", "");

    // Then
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(added.body())
        .isEqualTo(
            "{\"attributes\":{\"latency\":100,\"jitter\":0},\"name\":\"latency_upstream\",\"type\":\"latency\",\"stream\":\"upstream\",\"toxicity\":1}");
    assertThat(changed.body()).contains("{\"latency\":100,\"jitter\":15}");
    assertThat(shown.body()).isEqualTo("[" + changed.body() + "]");
    assertThat(removed.statusCode()).isEqualTo(204);
    assertThat(ask("GET", "/proxies/redis/toxics", "").body()).isEqualTo("[]");
  }

  @Test
  void resetPeerIsAResetOnAConnectionThatWasOpenBefore() throws Exception {
    // Given
    try (Socket socket = proxied()) {
      roundTrip(socket, 1);

      // When
      ask(
          "POST",
          "/proxies/redis/toxics",
          "{\"name\":\"r\",\"type\":\"reset_peer\",\"stream\":\"downstream\",\"attributes\":{\"timeout\":5}}");

      // Then
      assertThatThrownBy(() -> roundTrip(socket, 2))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void aTimeoutSwallowsAndItsRemovalClosesTheConnection() throws Exception {
    // Given
    try (Socket socket = proxied()) {
      ask("POST", "/proxies/redis/toxics", "{\"type\":\"timeout\",\"attributes\":{\"timeout\":0}}");
      socket.setSoTimeout(A_WHILE_MILLIS);
      assertThatThrownBy(() -> roundTrip(socket, 1)).isInstanceOf(SocketTimeoutException.class);
      socket.setSoTimeout(PATIENCE_MILLIS);

      // When
      ask("DELETE", "/proxies/redis/toxics/timeout_downstream", "");

      // Then
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void limitDataPassesSoManyBytesAndCloses() throws Exception {
    // Given
    try (Socket socket = proxied()) {
      ask(
          "POST",
          "/proxies/redis/toxics",
          "{\"type\":\"limit_data\",\"attributes\":{\"bytes\":3}}");

      // When
      socket.getOutputStream().write(new byte[] {1, 2, 3, 4, 5});

      // Then
      assertThat(socket.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void aDisabledProxyRefusesAndResetEnablesItAgain() throws Exception {
    // Given
    proxied().close();
    ask("POST", "/proxies/redis", "{\"enabled\":false}");
    var refused = assertThatThrownBy(this::connect);

    // When
    var reset = ask("POST", "/reset", "");

    // Then
    refused.isInstanceOf(ConnectException.class);
    assertThat(reset.statusCode()).isEqualTo(204);
    try (Socket socket = connect()) {
      assertThat(roundTrip(socket, 9)).isEqualTo(9);
    }
  }

  @Test
  void populateMakesAllProxies() throws Exception {
    // Given
    String proxies =
        "[{\"name\":\"a\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"},"
            + "{\"name\":\"b\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:2\",\"enabled\":false}]";

    // When
    var populated = ask("POST", "/populate", proxies);

    // Then
    assertThat(populated.statusCode()).isEqualTo(201);
    assertThat(populated.body()).startsWith("{\"proxies\":[{\"name\":\"a\"");
    assertThat(ask("DELETE", "/proxies/b", "").statusCode()).isEqualTo(204);
  }

  @Test
  void aToxicityOfNothingIsForNoConnection() throws Exception {
    // Given
    try (Socket socket = proxied()) {
      ask("POST", "/proxies/redis/toxics", "{\"type\":\"timeout\",\"toxicity\":0}");

      // When
      int back = roundTrip(socket, 5);

      // Then
      assertThat(back).isEqualTo(5);
    }
  }

  @Nested
  class Failures {
    @Test
    void areToldAsToxiproxyDoes() throws Exception {
      // Given
      proxied().close();
      String toxics = "/proxies/redis/toxics";
      String timeout = "{\"type\":\"timeout\",\"attributes\":{\"timeout\":1}}";
      ask("POST", toxics, timeout);

      // When
      String again = ask("POST", toxics, timeout).body();
      String unknown = ask("POST", toxics, "{\"type\":\"magic\"}").body();
      String stream = ask("POST", toxics, "{\"type\":\"timeout\",\"stream\":\"up\"}").body();

      // Then
      assertThat(again).isEqualTo("{\"error\":\"toxic already exists\",\"status\":409}");
      assertThat(unknown).isEqualTo("{\"error\":\"invalid toxic type\",\"status\":400}");
      assertThat(stream)
          .isEqualTo(
              "{\"error\":\"stream was invalid, can be either upstream or downstream\",\"status\":400}");
      assertThat(ask("GET", "/proxies/none", "").body())
          .isEqualTo("{\"error\":\"proxy not found\",\"status\":404}");
      assertThat(ask("GET", toxics + "/none", "").body())
          .isEqualTo("{\"error\":\"toxic not found\",\"status\":404}");
      assertThat(ask("POST", "/proxies", "{\"listen\":\"x\"}").body())
          .isEqualTo("{\"error\":\"missing required field: name\",\"status\":400}");
      assertThat(ask("POST", "/proxies", "{\"name\":\"redis\",\"upstream\":\"a:1\"}").statusCode())
          .isEqualTo(409);
      assertThat(ask("POST", "/proxies", "{").statusCode()).isEqualTo(400);
    }
  }
}
