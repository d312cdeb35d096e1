package dev.concordat.wire.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.wire.capture.EventLoops;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A proxy that leads the hosts which a system calls to its links; a server socket stands for the link.
class ToLinksTest {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  private final List<String> told = new CopyOnWriteArrayList<>();
  private EventLoops loops;
  private ServerSocket link;
  private Forwarder proxy;

  @BeforeEach
  void aProxyBeforeALink() throws IOException {
    loops = EventLoops.open(1);
    link = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    link.setSoTimeout(PATIENCE_MILLIS);
    var address = (InetSocketAddress) link.getLocalSocketAddress();
    var claims =
        new Claims(
            Stream.of("pay.internal:8080", "rates.internal")
                .map(host -> new Claims.Claim(Claims.Pattern.of(host), address))
                .toList(),
            List.of());
    proxy = Forwarder.toLinks(claims, new Noted(told), loops);
  }

  private record Noted(List<String> told) implements Claims.Outside {
    @Override
    public void called(String host, boolean isPassedOn) {
      told.add(host + " " + isPassedOn);
    }

    @Override
    public String refusal(String host) {
      return host + " is nobody";
    }
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    link.close();
    loops.close();
  }

  private Socket consumer(String says) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.address().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(says.getBytes(ISO_8859_1));
    return socket;
  }

  private static List<String> head(Socket socket) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    List<String> lines = new ArrayList<>();
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  private static void end(Socket socket) throws IOException {
    socket.close();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  @Test
  void aRequestForAClaimedHostComesToItsLinkAsItWouldHaveComeToTheHost() throws IOException {
    try (Socket consumer =
            consumer(
                "GET http://rates.internal:81/a?b=c HTTP/1.1\r\nHost: rates.internal:81\r\n"
                    + "Proxy-Connection: keep-alive\r\nX: y\r\n\r\n");
        Socket came = link.accept()) {
      // When
      List<String> head = head(came);
      came.getOutputStream().write(ANSWER.getBytes(ISO_8859_1));
      end(came);

      // Then
      assertThat(head).containsExactly("GET /a?b=c HTTP/1.1", "Host: rates.internal:81", "X: y");
      assertThat(rest(consumer)).isEqualTo(ANSWER);
      assertThat(told).isEmpty();
    }
  }

  @Test
  void aTunnelToAClaimedHostCarriesBytesToItsLink() throws IOException {
    try (Socket consumer = consumer("CONNECT pay.internal:8080 HTTP/1.1\r\n\r\n")) {
      // Given
      List<String> established = head(consumer);
      try (Socket came = link.accept()) {
        // When
        consumer.getOutputStream().write("whatever".getBytes(ISO_8859_1));
        consumer.shutdownOutput();
        String heard = rest(came);
        came.getOutputStream().write("it is".getBytes(ISO_8859_1));
        end(came);

        // Then
        assertThat(established).containsExactly("HTTP/1.1 200 Connection Established");
        assertThat(heard).isEqualTo("whatever");
        assertThat(rest(consumer)).isEqualTo("it is");
      }
    }
  }

  @Test
  void aHostThatNobodyClaimsIsRefused() throws IOException {
    try (Socket plain = consumer("GET http://api.example.com/ HTTP/1.1\r\n\r\n");
        Socket tunnel = consumer("CONNECT pay.internal:443 HTTP/1.1\r\n\r\n")) {
      // When
      String refused = rest(plain);
      String alsoRefused = rest(tunnel);

      // Then
      assertThat(refused)
          .startsWith("HTTP/1.1 502 Bad Gateway\r\n")
          .endsWith("concordat: api.example.com:80 is nobody\n");
      assertThat(alsoRefused).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
      assertThat(told)
          .containsExactlyInAnyOrder("api.example.com:80 false", "pay.internal:443 false");
    }
  }

  @Test
  void aResetOfTheLinkIsAResetForTheConsumer() throws IOException {
    try (Socket consumer = consumer("GET http://rates.internal/ HTTP/1.1\r\n\r\n");
        Socket came = link.accept()) {
      // Given
      head(came);

      // When
      came.setSoLinger(true, 0);
      end(came);

      // Then
      assertThatThrownBy(() -> rest(consumer)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void aLinkThatRefusesConnectionsIsAResetForTheConsumer() throws IOException {
    // Given
    link.close();

    try (Socket consumer = consumer("CONNECT rates.internal:443 HTTP/1.1\r\n\r\n")) {
      // When
      var broken = assertThatThrownBy(() -> rest(consumer));

      // Then
      broken.isInstanceOf(SocketException.class);
    }
  }

  @Test
  void aConsumerThatGoesAwayIsGoneForTheLinkToo() throws IOException {
    try (Socket consumer = consumer("GET http://rates.internal/ HTTP/1.1\r\n\r\n");
        Socket came = link.accept()) {
      // Given
      came.setSoTimeout(PATIENCE_MILLIS);
      head(came);

      // When
      end(consumer);

      // Then
      assertThat(rest(came)).isEmpty();
    }
  }

  @Test
  void requestsOfOneConnectionGoWhereEachWantsTo() throws IOException {
    // Given
    try (Socket consumer = consumer("GET http://rates.internal/1 HTTP/1.1\r\n\r\n");
        Socket came = link.accept()) {
      head(came);
      came.getOutputStream().write(ANSWER.getBytes(ISO_8859_1));

      // When
      consumer
          .getOutputStream()
          .write("GET http://nobody.example/2 HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));

      // Then
      assertThat(rest(consumer)).startsWith(ANSWER).contains("502 Bad Gateway");
    }
  }

  @Test
  void hostsThatAreAllowedArePassedOn() {
    var claims =
        new Claims(
            List.of(),
            List.of(Claims.Pattern.of("API.example.com:443"), Claims.Pattern.of("b.example")));

    assertThat(claims.of(new Claims.Wanted("api.example.com", 443)))
        .isEqualTo(new Claims.Way.PassedOn());
    assertThat(claims.of(new Claims.Wanted("api.example.com", 80)))
        .isEqualTo(new Claims.Way.Refused());
    assertThat(claims.of(new Claims.Wanted("b.example", 80))).isEqualTo(new Claims.Way.PassedOn());
    assertThat(claims.of(new Claims.Wanted("127.0.0.1", 80))).isEqualTo(new Claims.Way.PassedOn());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "[::1", "[]:80", ":80", "::1", "pay.internal:99999", "pay.internal:x"})
  void whatIsNoHostLeadsNowhere(String authority) {
    assertThat(Claims.Wanted.of(authority, 443)).isEmpty();
  }

  @Test
  void anAddressInBracketsIsReadWithoutThem() {
    assertThat(Claims.Wanted.of("[::1]:8443", 443)).contains(new Claims.Wanted("::1", 8443));
    assertThat(Claims.Wanted.of("[::1]", 443)).contains(new Claims.Wanted("::1", 443));
  }
}
