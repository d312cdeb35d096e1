package dev.concordat.contracts.pact.compatibility;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real HTTP server on a free loopback port; what it answers is up to a peer. Remembers what it was asked.
final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final List<HttpRequestMessage> requests = new CopyOnWriteArrayList<>();
  private volatile Peer peer;

  private LoopbackServer(HttpServer server, Peer peer) {
    this.server = server;
    this.peer = peer;
  }

  static LoopbackServer start(Peer peer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var started = new LoopbackServer(server, peer);
    server.createContext("/", started::handle);
    server.start();
    return started;
  }

  void answerWith(Peer other) {
    peer = other;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<HttpRequestMessage> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new ArrayList<Header>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> values.forEach(it -> headers.add(new Header(name, it))));
      var request =
          new HttpRequestMessage(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers,
              Bytes.of(exchange.getRequestBody().readAllBytes()));
      requests.add(request);
      HttpResponseMessage answer = peer.exchange(request);
      answer
          .headers()
          .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
      boolean hasBody = answer.body().size() > 0 && !request.method().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), hasBody ? answer.body().size() : -1);
      if (hasBody) {
        exchange.getResponseBody().write(answer.body().toArray());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
