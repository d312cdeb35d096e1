package dev.concordat.wire.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForwarderTest {
  private static final LinkName LINK = new LinkName("tests", "provider");

  private final List<Exchange> seen = new CopyOnWriteArrayList<>();
  private final EventLoops loops = EventLoops.open(1);
  private final Wiring wiring = Wiring.of(loops, seen::add);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    loops.close();
  }

  @Test
  void asksTheProviderByItsOwnName() throws Exception {
    // Given
    try (EchoServer server = EchoServer.plain();
        Forwarder forwarder = Forwarder.before(endpoint(server, false), LINK, 0, wiring);
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://localhost:" + forwarder.address().getPort() + "/a?b=c");
      // When
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("hello")).build(),
              BodyHandlers.ofString());
      // Then
      assertThat(response.body()).isEqualTo("hello");
      assertThat(response.headers().firstValue("X-Host")).contains("127.0.0.1:" + server.port());
      assertThat(seen).hasSize(1);
      assertThat(((HttpExchange) seen.getFirst()).request().target()).isEqualTo("/a?b=c");
    }
  }

  @Test
  void bigBodiesPassUnchangedAndManyRequestsShareAConnection() throws Exception {
    // Given
    byte[] big = new byte[5 << 20];
    new java.util.Random(7).nextBytes(big);
    try (EchoServer server = EchoServer.plain();
        Forwarder forwarder = Forwarder.before(endpoint(server, false), LINK, 0, wiring);
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://localhost:" + forwarder.address().getPort() + "/big");
      // When
      byte[] first = post(client, address, big, true);
      byte[] second = post(client, address, big, false);
      // Then
      assertThat(first).isEqualTo(big);
      assertThat(second).isEqualTo(big);
      assertThat(seen).hasSize(2);
    }
  }

  private static byte[] post(HttpClient client, URI address, byte[] body, boolean isChunked)
      throws IOException, InterruptedException {
    var publisher =
        isChunked
            ? BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))
            : BodyPublishers.ofByteArray(body);
    return client
        .send(HttpRequest.newBuilder(address).POST(publisher).build(), BodyHandlers.ofByteArray())
        .body();
  }

  @Test
  void aChangeOfProtocolPassesUnread() throws Exception {
    // Given
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Forwarder forwarder =
            Forwarder.before(
                new Endpoint("127.0.0.1", server.getLocalPort(), false, false), LINK, 0, wiring);
        Socket client = new Socket()) {
      Thread.ofVirtual().start(() -> switchAndEcho(server));
      client.connect(forwarder.address());
      // When
      client
          .getOutputStream()
          .write(
              ascii(
                  "GET /socket HTTP/1.1\r\nHost: x\r\nUpgrade: pipe\r\nConnection: upgrade\r\n\r\n"));
      String head = read(client.getInputStream(), "\r\n\r\n");
      client.getOutputStream().write(ascii("no http at all\n"));
      String answer = read(client.getInputStream(), "\n");
      // Then
      assertThat(head).startsWith("HTTP/1.1 101");
      assertThat(answer).isEqualTo("no http at all\n");
    }
  }

  private static void switchAndEcho(ServerSocket server) {
    try (Socket socket = server.accept()) {
      read(socket.getInputStream(), "\r\n\r\n");
      OutputStream out = socket.getOutputStream();
      out.write(ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: pipe\r\n\r\n"));
      out.write(ascii(read(socket.getInputStream(), "\n")));
    } catch (IOException e) {
      // The test tells what is missing.
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String read(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void aProviderThatIsNotThereIsABadGateway() throws Exception {
    // Given
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    var nowhere = new Endpoint("127.0.0.1", port, false, false);
    try (Forwarder forwarder = Forwarder.before(nowhere, LINK, 0, wiring);
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://localhost:" + forwarder.address().getPort() + "/");
      // When
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      // Then
      assertThat(response.statusCode()).isEqualTo(502);
      assertThat(((HttpExchange) seen.getFirst()).failure()).contains("connection refused");
    }
  }

  @Test
  void aProxyNamesTheHostThatWasAskedFor() throws Exception {
    // Given
    try (EchoServer one = EchoServer.plain();
        EchoServer other = EchoServer.plain();
        Forwarder proxy = Forwarder.proxy("tests", 0, Optional.empty(), false, wiring);
        HttpClient client = client(proxy, SSLContext.getDefault())) {
      // When
      for (EchoServer server : List.of(one, other, one)) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/x");
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      }
      // Then
      assertThat(seen)
          .extracting(exchange -> ((HttpExchange) exchange).link().provider())
          .containsExactly(
              "127.0.0.1:" + one.port(), "127.0.0.1:" + other.port(), "127.0.0.1:" + one.port());
      assertThat(((HttpExchange) seen.getFirst()).request().target()).isEqualTo("/x");
    }
  }

  @Test
  void httpsIsReadAlongWhereTheAuthorityIsTrusted() throws Exception {
    // Given
    Authority authority = Authority.at(folder.resolve("ours"), Clock.systemUTC());
    Authority theirs = Authority.at(folder.resolve("theirs"), Clock.systemUTC());
    try (EchoServer server = EchoServer.secure(theirs.contextFor("localhost"));
        Forwarder proxy = Forwarder.proxy("tests", 0, Optional.of(authority), true, wiring);
        HttpClient client = client(proxy, trusting(authority))) {
      URI address = URI.create("https://localhost:" + server.port() + "/secret");
      // When
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("hidden")).build(),
              BodyHandlers.ofString());
      // Then
      assertThat(response.body()).isEqualTo("hidden");
      assertThat(((HttpExchange) seen.getFirst()).request().body().utf8()).isEqualTo("hidden");
    }
  }

  @Test
  void httpsPassesUnreadWithoutAnAuthority() throws Exception {
    // Given
    Authority theirs = Authority.at(folder.resolve("theirs"), Clock.systemUTC());
    try (EchoServer server = EchoServer.secure(theirs.contextFor("localhost"));
        Forwarder proxy = Forwarder.proxy("tests", 0, Optional.empty(), false, wiring);
        HttpClient client = client(proxy, trusting(theirs))) {
      URI address = URI.create("https://localhost:" + server.port() + "/secret");
      // When
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      // Then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(seen).isEmpty();
    }
  }

  private static HttpClient client(Forwarder proxy, SSLContext context) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .proxy(
            ProxySelector.of(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.address().getPort())))
        .sslContext(context)
        .build();
  }

  private static SSLContext trusting(Authority authority) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Endpoint endpoint(EchoServer server, boolean isTls) {
    return new Endpoint("127.0.0.1", server.port(), isTls, false);
  }
}
