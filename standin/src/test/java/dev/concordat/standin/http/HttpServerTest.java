package dev.concordat.standin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.fault.Disturbance;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.Close;
import dev.concordat.wire.fault.DeliveryFault;
import dev.concordat.wire.fault.Garbage;
import dev.concordat.wire.fault.MalformedChunk;
import dev.concordat.wire.fault.Reset;
import dev.concordat.wire.fault.ResetInBody;
import dev.concordat.wire.fault.SlowBody;
import dev.concordat.wire.fault.Stall;
import dev.concordat.wire.fault.TruncatedBody;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a client sees on its socket: the path of a request names what happens to its answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {
  private static final String BODY = "0123456789";
  private static final int LIMIT_MILLIS = 10_000;
  private static final int A_WHILE_MILLIS = 200;

  private final EventLoops loops = EventLoops.portable(1);

  @AfterAll
  void stop() {
    loops.close();
  }

  /// Answers `0123456789`, disturbed as the test says where the path is `/disturbed`.
  private record Subject(Disturbance disturbance) implements Answerer {
    @Override
    public void answer(HttpRequestMessage request, Reply reply) {
      var message =
          new HttpResponseMessage(
              request.path().equals("/reset") ? 205 : 200,
              List.of(new Header("X-Path", request.path())),
              Bytes.utf8(BODY));
      reply.send(
          Served.of(message)
              .with(request.path().equals("/disturbed") ? disturbance : Disturbance.NONE));
    }

    @Override
    public HttpResponseMessage unreadable(int status, String reason) {
      return new HttpResponseMessage(status, List.of(), Bytes.utf8(reason));
    }
  }

  private String said(Disturbance disturbance, String requests) throws IOException {
    try (HttpServer server = HttpServer.open(0, new Subject(disturbance), loops);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private String said(DeliveryFault fault) throws IOException {
    return said(
        new Disturbance(Duration.ZERO, Optional.of(fault)), "GET /disturbed HTTP/1.1\r\n\r\n");
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\n\r\n";
  }

  private static String last(String path) {
    return "GET " + path + " HTTP/1.1\r\nConnection: close\r\n\r\n";
  }

  @Test
  void requestsSentTogetherAreAnsweredInOrder() throws IOException {
    // Given
    var late = new Disturbance(Duration.ofMillis(20), Optional.empty());

    // When
    String said = said(late, get("/one") + get("/disturbed") + get("/three") + last("/four"));

    // Then
    assertThat(said)
        .containsSubsequence(
            "X-Path: /one", BODY, "X-Path: /disturbed", BODY, "X-Path: /three", "/four", BODY);
  }

  @Test
  void aThousandRequestsSentTogetherAreAllAnswered() throws IOException {
    // Given
    String many = get("/disturbed") + get("/some").repeat(1_000) + last("/end");

    // When
    String said = said(new Disturbance(Duration.ofMillis(1), Optional.empty()), many);

    // Then
    assertThat(said.split("HTTP/1.1 200 OK", -1)).hasSize(1_003);
  }

  @Test
  void whatIsNoRequestIsRefused() throws IOException {
    // Given
    String nonsense = "GET  /x  HTTP/1.1 \r\nno colon\r\n\r\n";

    // When
    String said = said(Disturbance.NONE, nonsense);

    // Then
    assertThat(said).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aResetIsAReset() {
    // Given
    DeliveryFault fault = new Reset(0);

    // When
    var reading = assertThatThrownBy(() -> said(fault));

    // Then
    reading.isInstanceOf(SocketException.class).hasMessageContaining("reset");
  }

  @Test
  void anEmptyReplyHasNoByte() throws IOException {
    // Given
    DeliveryFault fault = new Close(0);

    // When
    String said = said(fault);

    // Then
    assertThat(said).isEmpty();
  }

  @Test
  void garbageIsNotHttp() throws IOException {
    // Given
    DeliveryFault fault = new Garbage();

    // When
    String said = said(fault);

    // Then
    assertThat(said).isNotEmpty().doesNotContain("HTTP/");
  }

  @Test
  void aMalformedChunkFollowsGoodHeaders() throws IOException {
    // Given
    DeliveryFault fault = new MalformedChunk();

    // When
    String said = said(fault);

    // Then
    assertThat(said)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .containsIgnoringCase("transfer-encoding: chunked")
        .doesNotContainIgnoringCase("content-length");
    assertThat(said.substring(said.indexOf("\r\n\r\n") + 4)).doesNotMatch("(?s)[0-9a-fA-F].*");
  }

  @Test
  void aTruncatedBodyIsShorterThanItsLength() throws IOException {
    // Given
    DeliveryFault fault = new TruncatedBody(0.5);

    // When
    String said = said(fault);

    // Then
    assertThat(said).containsIgnoringCase("content-length: 10\r\n").endsWith("\r\n\r\n01234");
  }

  @Test
  void aResetInTheBodyFollowsItsFirstPart() throws IOException {
    // Given
    var fault = new Disturbance(Duration.ZERO, Optional.of(new ResetInBody(0.3)));
    var got = new StringBuilder();

    // When
    try (HttpServer server = HttpServer.open(0, new Subject(fault), loops);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.getOutputStream().write(get("/disturbed").getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(() -> readInto(got, socket)).isInstanceOf(SocketException.class);
    }

    // Then
    assertThat(got.toString()).doesNotContain("3");
  }

  private static void readInto(StringBuilder got, Socket socket) throws IOException {
    for (int read = socket.getInputStream().read(); read >= 0; ) {
      got.append((char) read);
      read = socket.getInputStream().read();
    }
  }

  @Test
  void aSlowBodyArrivesWhole() throws IOException {
    // Given
    var fault = new Disturbance(Duration.ZERO, Optional.of(new SlowBody(4, Duration.ofMillis(20))));

    // When
    String said = said(fault, get("/disturbed") + last("/next"));

    // Then
    assertThat(said).containsSubsequence("X-Path: /disturbed", "\r\n\r\n" + BODY, "/next", BODY);
  }

  @Test
  void silenceLastsAsLongAsTheClientWaits() throws IOException {
    // Given
    var fault = new Disturbance(Duration.ZERO, Optional.of(new Stall(0)));
    try (HttpServer server = HttpServer.open(0, new Subject(fault), loops);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(A_WHILE_MILLIS);
      socket.getOutputStream().write(get("/disturbed").getBytes(StandardCharsets.US_ASCII));

      // When
      var reading = assertThatThrownBy(() -> socket.getInputStream().read());

      // Then
      reading.isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void anAnswerThatResetsContentHasNone() throws IOException {
    String said = said(Disturbance.NONE, last("/reset"));

    assertThat(said).startsWith("HTTP/1.1 205 Reset Content\r\n").endsWith("\r\n\r\n");
    assertThat(said).contains("content-length: 0\r\n").doesNotContain(BODY);
  }
}
