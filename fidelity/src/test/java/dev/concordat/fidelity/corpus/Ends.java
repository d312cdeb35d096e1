package dev.concordat.fidelity.corpus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.http.HttpLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A client, a link, a gateway that damages, a link, a provider: all real, on loopback.
final class Ends implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Set<String> OWN =
      Set.of("host", "content-length", "connection", "transfer-encoding", "date");

  private final EventLoops loops = EventLoops.open(1);
  private final BlockingQueue<Exchange> nearSeen = new LinkedBlockingQueue<>();
  private final BlockingQueue<Exchange> farSeen = new LinkedBlockingQueue<>();
  private final HttpServer provider;
  private final HttpServer gateway;
  private final HttpLink far;
  private final HttpLink near;
  private volatile Passage passage;

  Ends(Passage first) throws IOException {
    passage = first;
    provider = server(this::provide);
    far =
        HttpLink.open(
            new LinkName("gateway", "provider"),
            provider.getAddress(),
            Wiring.of(loops, farSeen::add));
    gateway = server(this::pass);
    near =
        HttpLink.open(
            new LinkName("client", "gateway"),
            gateway.getAddress(),
            Wiring.of(loops, nearSeen::add));
  }

  /// Sends the message of a passage, and gives what both ends saw of it.
  Views send(Passage next) throws InterruptedException {
    passage = next;
    Called called = call(near.address(), next.request());
    if (!(called instanceof Called.Answered)) {
      throw new IllegalStateException(next.name() + ": " + called);
    }
    return new Views(seen(nearSeen), seen(farSeen));
  }

  record Views(
      dev.concordat.model.exchange.HttpExchange near,
      dev.concordat.model.exchange.HttpExchange far) {}

  private static dev.concordat.model.exchange.HttpExchange seen(BlockingQueue<Exchange> queue)
      throws InterruptedException {
    Exchange next = queue.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (next instanceof dev.concordat.model.exchange.HttpExchange exchange) {
      return exchange;
    }
    throw new IllegalStateException("no exchange was seen in " + LIMIT);
  }

  private interface Handler {
    HttpResponseMessage answer(HttpRequestMessage request);
  }

  private static HttpServer server(Handler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            write(exchange, handler.answer(read(exchange)));
          }
        });
    server.start();
    return server;
  }

  private HttpResponseMessage provide(HttpRequestMessage ignored) {
    return passage.response();
  }

  private HttpResponseMessage pass(HttpRequestMessage request) {
    return switch (call(far.address(), passage.there().apply(request))) {
      case Called.Answered(HttpResponseMessage response, Duration ignored) ->
          passage.back().apply(ended(response));
      case Called other -> throw new IllegalStateException("the gateway got " + other);
    };
  }

  private static HttpResponseMessage ended(HttpResponseMessage response) {
    return new HttpResponseMessage(
        response.status(),
        response.headers().stream()
            .filter(field -> !OWN.contains(field.name().toLowerCase(Locale.ROOT)))
            .toList(),
        response.body());
  }

  private static Called call(InetSocketAddress address, HttpRequestMessage request) {
    var endpoint = Endpoint.of(URI.create("http://127.0.0.1:" + address.getPort()), false);
    try (var caller = new Caller(endpoint, LIMIT, CaptureLimits.DEFAULT)) {
      return caller.send(request, LIMIT);
    }
  }

  private static HttpRequestMessage read(HttpExchange exchange) throws IOException {
    List<Header> headers = new ArrayList<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(new Header(name, value)));
              }
            });
    return new HttpRequestMessage(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        Bytes.of(exchange.getRequestBody().readAllBytes()));
  }

  private static void write(HttpExchange exchange, HttpResponseMessage response)
      throws IOException {
    for (Header header : response.headers()) {
      exchange.getResponseHeaders().add(header.name(), header.value());
    }
    byte[] body = response.body().toArray();
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    near.close();
    gateway.stop(0);
    far.close();
    provider.stop(0);
    loops.close();
  }
}
