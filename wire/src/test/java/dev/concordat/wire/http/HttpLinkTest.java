package dev.concordat.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpLinkTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private EventLoops loops;

  @BeforeAll
  void open() {
    loops = EventLoops.open(1);
  }

  @AfterAll
  void close() {
    loops.close();
  }

  @Test
  void tellsAnExchangeBeforeItsConsumerHasTheResponse() throws Exception {
    try (Stage stage = new Stage(loops);
        Socket consumer = stage.consumer()) {
      // Given
      say(
          consumer,
          "GET /orders?limit=2 HTTP/1.1\r\ntraceparent: 00-"
              + TRACE
              + "-00f067aa0ba902b7-01\r\n\r\n");
      try (Socket provider = stage.accepted()) {
        hearHead(provider);
        say(provider, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");

        // When
        hear(consumer, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");

        // Then
        HttpExchange exchange = stage.exchanges().getFirst();
        assertThat(exchange.id()).isEqualTo("x1");
        assertThat(exchange.link().toString()).isEqualTo("orders → payments");
        assertThat(exchange.traceId()).contains(TRACE);
        assertThat(exchange.request().path()).isEqualTo("/orders");
        assertThat(exchange.response().orElseThrow().body().utf8()).isEqualTo("hi");
        assertThat(exchange.failure()).isEmpty();
        assertThat(stage.link.counts().exchanges()).isEqualTo(1);
      }
    }
  }

  @Test
  void keepsTheFirstBytesOfALongBodyAndSaysHowManyThereWere() throws Exception {
    try (Stage stage = new Stage(loops, CaptureLimits.DEFAULT.withBodyBytes(10));
        Socket consumer = stage.consumer()) {
      // Given
      say(consumer, "POST / HTTP/1.1\r\nContent-Length: 26\r\n\r\nabcdefghijklmnopqrstuvwxyz");
      try (Socket provider = stage.accepted()) {
        hearHead(provider);
        provider.getInputStream().readNBytes(26);
        say(provider, "HTTP/1.1 204 No Content\r\n\r\n");

        // When
        hear(consumer, "HTTP/1.1 204 No Content\r\n\r\n");

        // Then
        var body = stage.exchanges().getFirst().request().body();
        assertThat(body.utf8()).isEqualTo("abcdefghij");
        assertThat(body.total()).isEqualTo(26);
      }
    }
  }

  @Test
  void leadsNewConnectionsToWhereTheProviderMoved() throws Exception {
    try (Stage stage = new Stage(loops);
        ServerSocket moved = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      // Given
      stage.link.retarget((InetSocketAddress) moved.getLocalSocketAddress());

      // When
      try (Socket consumer = stage.consumer();
          Socket provider = moved.accept()) {
        say(provider, "here");

        // Then
        hear(consumer, "here");
      }
    }
  }

  @Test
  void goesOnWhenTheHeadIsOverItsLimit() throws Exception {
    CaptureLimits limits = new CaptureLimits(100, 200, 10, 10);
    String request = "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(500) + "\r\n\r\n";
    try (Stage stage = new Stage(loops, limits);
        Socket consumer = stage.consumer()) {
      // Given
      say(consumer, request);
      try (Socket provider = stage.accepted()) {
        // When
        hear(provider, request);

        // Then
        assertThat(stage.link.counts().opaque()).isEqualTo(1);
        assertThat(stage.exchanges()).isEmpty();
      }
    }
  }

  @Test
  void readsOnAfterAnUpgradeThatTheProviderRefused() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    try (Stage stage = new Stage(loops);
        Socket consumer = stage.consumer()) {
      // Given
      say(consumer, "GET /1 HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
      say(consumer, "GET /2 HTTP/1.1\r\n\r\n");
      try (Socket provider = stage.accepted()) {
        hearHead(provider);
        hearHead(provider);
        say(provider, answer + answer);

        // When
        hear(consumer, answer + answer);

        // Then
        assertThat(stage.exchanges())
            .extracting(exchange -> exchange.request().target())
            .containsExactly("/1", "/2");
      }
    }
  }

  @Nested
  class Failures {
    @Test
    void goesOnWhenTheSinkFails() throws Exception {
      String answer = "HTTP/1.1 204 No Content\r\n\r\n";
      Wiring broken =
          Wiring.of(
              loops,
              exchange -> {
                throw new IllegalStateException("full");
              });
      try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
          HttpLink link =
              HttpLink.open(
                  new LinkName("a", "b"),
                  (InetSocketAddress) server.getLocalSocketAddress(),
                  broken);
          Socket consumer = new Socket(link.address().getAddress(), link.address().getPort())) {
        // Given
        say(consumer, "GET / HTTP/1.1\r\n\r\n");
        try (Socket provider = server.accept()) {
          hearHead(provider);
          say(provider, answer);

          // When
          hear(consumer, answer);

          // Then
          assertThat(link.counts().dropped()).isEqualTo(1);
        }
      }
    }

    @Test
    void tellsTheRequestThatMetNoProvider() throws Exception {
      try (Stage stage = new Stage(loops)) {
        // Given
        stage.provider.close();
        try (Socket consumer = stage.consumer()) {
          say(consumer, "POST /charges HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");

          // When
          assertThatThrownBy(() -> consumer.getInputStream().read())
              .isInstanceOf(SocketException.class);

          // Then
          HttpExchange exchange = stage.exchanges().getFirst();
          assertThat(exchange.failure()).contains(LinkFailure.CONNECTION_REFUSED);
          assertThat(exchange.request().body().utf8()).isEqualTo("{}");
          assertThat(exchange.response()).isEmpty();
          assertThat(stage.link.counts().refused()).isEqualTo(1);
        }
      }
    }

    @Test
    void tellsThatTheProviderClosedInTheMiddleOfItsResponse() throws Exception {
      try (Stage stage = new Stage(loops);
          Socket consumer = stage.consumer()) {
        // Given
        say(consumer, "GET / HTTP/1.1\r\n\r\n");
        Socket provider = stage.accepted();
        hear(provider, "GET / HTTP/1.1\r\n\r\n");
        say(provider, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        provider.close();

        // When
        hear(consumer, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        assertThat(consumer.getInputStream().read()).isEqualTo(-1);

        // Then
        HttpExchange exchange = stage.exchanges().getFirst();
        assertThat(exchange.failure()).contains(LinkFailure.CLOSED);
        assertThat(exchange.response().orElseThrow().body().utf8()).isEqualTo("half");
      }
    }

    @Test
    void passesOnTheProvidersReset() throws Exception {
      try (Stage stage = new Stage(loops);
          Socket consumer = stage.consumer()) {
        // Given
        say(consumer, "GET / HTTP/1.1\r\n\r\n");
        Socket provider = stage.accepted();
        hear(provider, "GET / HTTP/1.1\r\n\r\n");
        provider.setSoLinger(true, 0);
        provider.close();

        // When
        assertThatThrownBy(() -> consumer.getInputStream().read())
            .isInstanceOf(SocketException.class);

        // Then
        HttpExchange exchange = stage.exchanges().getFirst();
        assertThat(exchange.failure()).contains(LinkFailure.RESET);
        assertThat(exchange.response()).isEmpty();
      }
    }

    @Test
    void passesOnTheConsumersReset() throws Exception {
      try (Stage stage = new Stage(loops)) {
        // Given
        Socket consumer = stage.consumer();
        say(consumer, "GET / HTTP/1.1\r\n\r\n");
        try (Socket provider = stage.accepted()) {
          hear(provider, "GET / HTTP/1.1\r\n\r\n");
          consumer.setSoLinger(true, 0);
          consumer.close();

          // When
          assertThatThrownBy(() -> provider.getInputStream().read())
              .isInstanceOf(SocketException.class);

          // Then
          assertThat(stage.exchanges().getFirst().failure()).contains(LinkFailure.CONSUMER_RESET);
        }
      }
    }

    @Test
    void tellsAResponseThatIsNotHttp() throws Exception {
      try (Stage stage = new Stage(loops);
          Socket consumer = stage.consumer()) {
        // Given
        say(consumer, "GET / HTTP/1.1\r\n\r\n");
        try (Socket provider = stage.accepted()) {
          hearHead(provider);
          say(provider, "SSH-2.0-OpenSSH\r\n");

          // When
          hear(consumer, "SSH-2.0-OpenSSH\r\n");

          // Then
          assertThat(stage.exchanges().getFirst().failure())
              .contains(LinkFailure.NOT_HTTP + "a status line 'SSH-2.0-OpenSSH'");
        }
      }
    }

    @Test
    void tellsWhatHappenedWhenTheConsumerEndsInTheMiddleOfItsRequest() throws Exception {
      String answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
      try (Stage stage = new Stage(loops);
          Socket consumer = stage.consumer()) {
        // Given
        say(consumer, "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc");
        consumer.shutdownOutput();
        try (Socket provider = stage.accepted()) {
          hearHead(provider);
          provider.getInputStream().readAllBytes();
          say(provider, answer);

          // When
          hear(consumer, answer);

          // Then
          HttpExchange exchange = stage.exchanges().getFirst();
          assertThat(exchange.failure()).contains(LinkFailure.CONSUMER_CLOSED);
          assertThat(exchange.response().orElseThrow().status()).isEqualTo(400);
        }
      }
    }

    @Test
    void tellsWhatIsInFlightWhenTheLinkCloses() throws Exception {
      try (Stage stage = new Stage(loops);
          Socket consumer = stage.consumer()) {
        // Given
        say(consumer, "GET / HTTP/1.1\r\n\r\n");
        try (Socket provider = stage.accepted()) {
          hear(provider, "GET / HTTP/1.1\r\n\r\n");

          // When
          stage.link.close();
          assertThatThrownBy(() -> provider.getInputStream().read())
              .isInstanceOf(SocketException.class);

          // Then
          assertThat(stage.exchanges().getFirst().failure()).contains(LinkFailure.LINK_CLOSED);
        }
      }
    }
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static void hearHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
  }

  static void hear(Socket socket, String text) throws IOException {
    byte[] heard = socket.getInputStream().readNBytes(text.length());
    assertThat(new String(heard, ISO_8859_1)).isEqualTo(text);
  }
}
