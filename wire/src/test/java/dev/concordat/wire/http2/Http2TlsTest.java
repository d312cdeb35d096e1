package dev.concordat.wire.http2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.http.LinkTls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HTTP/2 behind TLS, agreed on by ALPN.
class Http2TlsTest {
  private static final String HOST = "127.0.0.1";
  @TempDir Path folder;

  private static SSLContext trusting(Authority authority)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private Authority authority() throws IOException {
    return Authority.at(folder.resolve("authority"), Clock.systemUTC());
  }

  @Test
  void readsHttp2InsideOfTlsAndDisturbsIt() throws Exception {
    // Given
    Authority authority = authority();
    try (EventLoops loops = EventLoops.open(1);
        var provider = new Http2Provider(loops, Optional.of(authority.contextFor(HOST)));
        var stage =
            new Http2Stage(
                provider,
                loops,
                LinkTls.shown(authority, HOST).to(trusting(authority), HOST).withHttp2());
        var client =
            new Http2Client(loops, stage.link.address(), Optional.of(trusting(authority)))) {
      stage.set("{\"fault\": {\"status\": 503}, \"on\": \"GET /orders/7\"}");

      // When
      Http2Client.Heard usual = client.get("/orders/8");
      Http2Client.Heard disturbed = client.get("/orders/7");

      // Then
      assertThat(usual.body()).isEqualTo(Http2Provider.BODY);
      assertThat(disturbed.status()).isEqualTo(503);
      assertThat(stage.exchange().request().target()).isEqualTo("/orders/8");
      assertThat(stage.exchange().disturbed()).isPresent();
    }
  }

  @Test
  void speaksInClearWithAProviderThatKnows() throws Exception {
    // Given
    Authority authority = authority();
    try (EventLoops loops = EventLoops.open(1);
        var provider = new Http2Provider(loops);
        var stage = new Http2Stage(provider, loops, LinkTls.shown(authority, HOST).withHttp2());
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(authority)).build()) {
      URI address =
          URI.create("https://" + HOST + ":" + stage.link.address().getPort() + "/orders/7");

      // When
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      client.shutdownNow();

      // Then
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(response.body()).isEqualTo(Http2Provider.BODY);
      HttpExchange told = stage.exchange();
      assertThat(told.response().orElseThrow().body().utf8()).isEqualTo(Http2Provider.BODY);
    }
  }
}
