package dev.concordat.wire.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.capture.CaptureLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CallerTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private static Caller caller(ScriptedServer server) {
    return new Caller(server.endpoint(), LIMIT, CaptureLimits.DEFAULT);
  }

  private static HttpRequestMessage get(String target) {
    return new HttpRequestMessage("GET", target, List.of(), Bytes.EMPTY);
  }

  private static HttpResponseMessage response(Called called) {
    assertThat(called).isInstanceOf(Called.Answered.class);
    return ((Called.Answered) called).response();
  }

  private static Called.Failed failed(Called called) {
    assertThat(called).isInstanceOf(Called.Failed.class);
    return (Called.Failed) called;
  }

  @Test
  void sendsTheRequestAsItIsWithHostAndLength() throws IOException {
    // Given
    try (var server = ScriptedServer.start(EMPTY);
        var caller = caller(server)) {
      var request =
          new HttpRequestMessage(
              "PURGE",
              "/a?b=%2F",
              List.of(new Header("X-b", "2"), new Header("x-A", "1")),
              Bytes.utf8("{}"));

      // When
      caller.send(request, LIMIT);

      // Then
      assertThat(server.requests())
          .containsExactly(
              "PURGE /a?b=%2F HTTP/1.1\r\nHost: "
                  + server.endpoint().hostHeader()
                  + "\r\nX-b: 2\r\nx-A: 1\r\nContent-Length: 2\r\n\r\n{}");
    }
  }

  @Test
  void readsChunksAndKeepsTheConnection() throws IOException {
    // Given
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
    try (var server = ScriptedServer.start(chunked, EMPTY);
        var caller = caller(server)) {

      // When
      HttpResponseMessage first = response(caller.send(get("/1"), LIMIT));
      HttpResponseMessage second = response(caller.send(get("/2"), LIMIT));

      // Then
      assertThat(first.body().utf8()).isEqualTo("abcde");
      assertThat(second.status()).isEqualTo(200);
    }
  }

  @Test
  void passesOverInterimResponses() throws IOException {
    // Given
    try (var server =
            ScriptedServer.start(
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                    + "HTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\nx");
        var caller = caller(server)) {

      // When
      HttpResponseMessage response = response(caller.send(get("/"), LIMIT));

      // Then
      assertThat(response.status()).isEqualTo(201);
      assertThat(response.body().utf8()).isEqualTo("x");
    }
  }

  @Test
  void readsUntilTheConnectionEndsWhereNoLengthIsGiven() throws IOException {
    // Given
    try (var server =
            ScriptedServer.start("HTTP/1.1 200 OK\r\n\r\nall of it" + ScriptedServer.CLOSE);
        var caller = caller(server)) {

      // When
      HttpResponseMessage response = response(caller.send(get("/"), LIMIT));

      // Then
      assertThat(response.body().utf8()).isEqualTo("all of it");
    }
  }

  @Test
  void expectsNoBodyInAnAnswerToHead() throws IOException {
    // Given
    try (var server = ScriptedServer.start("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
        var caller = caller(server)) {
      var head = new HttpRequestMessage("HEAD", "/", List.of(), Bytes.EMPTY);

      // When
      HttpResponseMessage response = response(caller.send(head, LIMIT));

      // Then
      assertThat(response.body().total()).isZero();
    }
  }

  @Test
  void keepsABodyThatMustNotBeThere() throws IOException {
    // Given
    try (var server = ScriptedServer.start("HTTP/1.1 204 No Content\r\n\r\nbut here it is");
        var caller = caller(server)) {

      // When
      HttpResponseMessage response = response(caller.send(get("/"), LIMIT));

      // Then
      assertThat(response.body().utf8()).isEqualTo("but here it is");
    }
  }

  @Test
  void sendsAgainWhereAKeptConnectionWasClosed() throws IOException {
    // Given
    try (var server = ScriptedServer.start(EMPTY + ScriptedServer.CLOSE, EMPTY);
        var caller = caller(server)) {
      caller.send(get("/1"), LIMIT);

      // When
      Called called = caller.send(get("/2"), LIMIT);

      // Then
      assertThat(response(called).status()).isEqualTo(200);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Nested
  class Failures {
    @Test
    void aConnectionThatClosesWithoutAnAnswerIsClosed() throws IOException {
      // Given
      try (var server = ScriptedServer.start(ScriptedServer.CLOSE);
          var caller = caller(server)) {

        // When
        Called called = caller.send(get("/"), LIMIT);

        // Then
        assertThat(failed(called).failure()).isEqualTo(Called.Failure.CLOSED);
        assertThat(server.requests()).hasSize(1);
      }
    }

    @Test
    void anAnswerThatIsCutSaysWhere() throws IOException {
      // Given
      try (var server =
              ScriptedServer.start(
                  "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc" + ScriptedServer.CLOSE);
          var caller = caller(server)) {

        // When
        Called called = caller.send(get("/"), LIMIT);

        // Then
        assertThat(failed(called).reason())
            .isEqualTo("the connection was closed within the body, after 42 bytes");
      }
    }

    @Test
    void whatIsNoHttpIsMalformed() throws IOException {
      // Given
      try (var server = ScriptedServer.start("SSH-2.0-OpenSSH_9.6\r\n");
          var caller = caller(server)) {

        // When
        Called called = caller.send(get("/"), LIMIT);

        // Then
        assertThat(failed(called).failure()).isEqualTo(Called.Failure.MALFORMED);
      }
    }

    @Test
    void anAnswerThatDoesNotEndIsATimeout() throws IOException {
      // Given
      try (var server = ScriptedServer.start("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
          var caller = caller(server)) {

        // When
        Called called = caller.send(get("/"), Duration.ofMillis(50));

        // Then
        assertThat(failed(called).failure()).isEqualTo(Called.Failure.TIMEOUT);
      }
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() throws IOException {
      // Given
      try (var server =
              ScriptedServer.start("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123456789");
          var caller =
              new Caller(server.endpoint(), LIMIT, CaptureLimits.DEFAULT.withBodyBytes(8))) {

        // When
        Called called = caller.send(get("/"), LIMIT);

        // Then
        assertThat(failed(called).failure()).isEqualTo(Called.Failure.TOO_LARGE);
      }
    }

    @Test
    void aHeaderThatWouldBeTwoIsNotSent() throws IOException {
      // Given
      try (var server = ScriptedServer.start(EMPTY);
          var caller = caller(server)) {
        var request =
            new HttpRequestMessage("GET", "/", List.of(new Header("X", "a\r\nY: b")), Bytes.EMPTY);

        // When
        Called called = caller.send(request, LIMIT);

        // Then
        assertThat(called).isInstanceOf(Called.Unsendable.class);
        assertThat(server.requests()).isEmpty();
      }
    }

    @Test
    void whereNobodyListensItIsUnreachable() throws IOException {
      // Given
      Endpoint gone;
      try (var server = ScriptedServer.start()) {
        gone = server.endpoint();
      }
      try (var caller = new Caller(gone, LIMIT, CaptureLimits.DEFAULT)) {

        // When
        Called called = caller.send(get("/"), LIMIT);

        // Then
        assertThat(called).isInstanceOf(Called.Unreachable.class);
      }
    }

    @Test
    void anAddressOfAnotherSchemeIsRefused() {
      // When
      Throwable thrown = catchThrowable(() -> Endpoint.of(URI.create("ftp://example.test"), false));

      // Then
      assertThat(thrown).hasMessage("'ftp://example.test' is no address with http or https");
    }
  }
}
