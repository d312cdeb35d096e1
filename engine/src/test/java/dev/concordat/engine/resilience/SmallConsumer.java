package dev.concordat.engine.resilience;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A service whose one operation calls the provider in the way that a {@link Behaviour} says.
final class SmallConsumer implements AutoCloseable {
  /// Calls the provider and says what the caller gets: a status; a negative one for no answer at all.
  @FunctionalInterface
  interface Behaviour {
    int serve(URI provider) throws InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  SmallConsumer(Behaviour behaviour, InetSocketAddress provider) throws IOException {
    URI charges = URI.create("http://127.0.0.1:" + provider.getPort() + "/charges");
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/orders", exchange -> answer(exchange, behaviour, charges));
    server.start();
  }

  URI orders() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
  }

  private static void answer(HttpExchange exchange, Behaviour behaviour, URI charges)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    try {
      int status = behaviour.serve(charges);
      if (status < 0) {
        return; // The caller is forgotten.
      }
      byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
