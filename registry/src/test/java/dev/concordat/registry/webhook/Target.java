package dev.concordat.registry.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Something that webhooks call: keeps what it was told and answers what it is set to.
final class Target implements AutoCloseable {
  /// A request that arrived.
  record Told(String path, String authorization, String body) {}

  final List<Told> told = new CopyOnWriteArrayList<>();
  volatile int status = 200;
  volatile String location = "";
  private final HttpServer server;

  Target() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String authorization = exchange.getRequestHeaders().getFirst("Authorization");
          told.add(
              new Told(
                  exchange.getRequestURI().toString(),
                  authorization == null ? "" : authorization,
                  body));
          byte[] answer = ("you sent " + authorization).getBytes(StandardCharsets.UTF_8);
          if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
