package dev.concordat.wire.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkSettings;
import dev.concordat.wire.http.LinkTls;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A provider with TLS is here a link with TLS before a provider without.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsLinkTest {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String LAST = "GET /orders/8 HTTP/1.1\r\nConnection: close\r\n\r\n";
  private static final String WHOLE = Provider.HEAD + Provider.BODY;

  private EventLoops loops;
  private Authority authority;
  private final LinkedBlockingQueue<HttpExchange> seen = new LinkedBlockingQueue<>();

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    loops = EventLoops.open(1);
    authority = Authority.at(folder.resolve("authority"), Clock.systemUTC());
  }

  @AfterAll
  void close() {
    loops.close();
  }

  private HttpLink to(FaultStage stage, String providerHost) throws Exception {
    return before(
        stage, LinkTls.shown(authority, "127.0.0.1").to(Trust.in(authority), providerHost));
  }

  private HttpLink before(FaultStage stage, LinkTls tls) throws Exception {
    return before(stage.link, tls);
  }

  private HttpLink before(HttpLink provider, LinkTls tls) throws Exception {
    return HttpLink.open(
        new LinkName("shop", "orders"),
        provider.address(),
        Wiring.of(loops, exchange -> seen.add((HttpExchange) exchange)),
        LinkSettings.of(new Disturbances(1)).with(tls));
  }

  private String said(HttpLink link, String requests) throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            Trust.in(authority)
                .getSocketFactory()
                .createSocket(link.address().getAddress(), link.address().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private HttpExchange exchange() throws InterruptedException {
    HttpExchange next = seen.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    if (next == null) {
      throw new AssertionError("no exchange was told");
    }
    return next;
  }

  @Test
  void whatPassesInTlsOnBothSidesIsReadInClear() throws Exception {
    try (var stage = new FaultStage(loops, authority);
        HttpLink link = to(stage, "127.0.0.1")) {
      // Given
      String requests = "GET /orders/7 HTTP/1.1\r\n\r\n" + LAST;

      // When
      String said = said(link, requests);

      // Then
      assertThat(said).isEqualTo(WHOLE + WHOLE);
      assertThat(exchange().response().orElseThrow().body().utf8()).isEqualTo(Provider.BODY);
      assertThat(stage.exchange().request().path()).isEqualTo("/orders/7");
    }
  }

  @Test
  void aRequestIsRepeatedInTlsAsWell() throws Exception {
    try (var stage = new FaultStage(loops, authority);
        HttpLink link = to(stage, "127.0.0.1")) {
      // Given
      link.disturbances().add(FaultRule.of(new DuplicateRequest()));

      // When
      String said = said(link, LAST);

      // Then
      assertThat(said).isEqualTo(WHOLE);
      assertThat(stage.provider.requests).containsExactly(LAST, LAST);
    }
  }

  @Test
  void aProviderWithTheCertificateOfAnotherHostIsNotSpokenWith() throws Exception {
    try (var stage = new FaultStage(loops, authority);
        HttpLink link = to(stage, "other.example")) {
      // Given
      seen.clear();

      // When
      var broken = assertThatThrownBy(() -> said(link, LAST));

      // Then
      broken.isInstanceOf(IOException.class);
      assertThat(stage.provider.requests).isEmpty();
    }
  }

  @Test
  void aLinkThatIsKnownByANameHasACertificateForIt() throws Exception {
    // Given
    LinkTls tls = LinkTls.shown(authority, "127.0.0.1", "payments.internal");
    try (var stage = new FaultStage(loops, authority);
        HttpLink link = before(stage, tls.toAnyName(Trust.in(authority)));
        Socket socket = new Socket(link.address().getAddress(), link.address().getPort());
        var named =
            (SSLSocket)
                Trust.in(authority)
                    .getSocketFactory()
                    .createSocket(socket, "payments.internal", 443, true)) {
      SSLParameters parameters = named.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      named.setSSLParameters(parameters);
      named.setSoTimeout(PATIENCE_MILLIS);

      // When
      named.getOutputStream().write(LAST.getBytes(ISO_8859_1));

      // Then
      assertThat(new String(named.getInputStream().readAllBytes(), ISO_8859_1)).isEqualTo(WHOLE);
    }
  }

  @Test
  void aLinkForBothServesConsumersInClearAndInTls() throws Exception {
    // Given
    LinkTls tls = LinkTls.shown(authority, "127.0.0.1").orClear();
    try (var stage = new FaultStage(loops, authority);
        HttpLink link = before(stage, tls.toAnyName(Trust.in(authority)));
        var clear = new Socket(link.address().getAddress(), link.address().getPort())) {
      clear.setSoTimeout(PATIENCE_MILLIS);

      // When
      clear.getOutputStream().write(LAST.getBytes(ISO_8859_1));
      String inClear = new String(clear.getInputStream().readAllBytes(), ISO_8859_1);
      String inTls = said(link, LAST);

      // Then
      assertThat(inClear).isEqualTo(WHOLE);
      assertThat(inTls).isEqualTo(WHOLE);
    }
  }

  @Test
  void aProviderWithAnyNameIsSpokenWithWhereNoneIsAskedFor() throws Exception {
    // Given
    LinkTls others = LinkTls.shown(authority, "other.example").toAnyName(Trust.in(authority));
    LinkTls tls = LinkTls.NONE.toAnyName(Trust.in(authority));
    try (var stage = new FaultStage(loops, authority);
        HttpLink other = before(stage, others);
        HttpLink link = before(other, tls);
        var clear = new Socket(link.address().getAddress(), link.address().getPort())) {
      clear.setSoTimeout(PATIENCE_MILLIS);

      // When
      clear.getOutputStream().write(LAST.getBytes(ISO_8859_1));

      // Then
      assertThat(new String(clear.getInputStream().readAllBytes(), ISO_8859_1)).isEqualTo(WHOLE);
    }
  }
}
