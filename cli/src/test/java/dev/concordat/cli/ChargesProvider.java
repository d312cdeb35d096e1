package dev.concordat.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small real provider: charges by HTTP once its state was set up, and the message about one.
final class ChargesProvider implements AutoCloseable {
  /// What was sent to the state endpoint, in order.
  final List<String> states = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private volatile String charge = "{\"id\": 1, \"amount\": \"10.10\"}";
  private volatile int stateStatus = 200;

  ChargesProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/charges/1", exchange -> answer(exchange, exists() ? 200 : 404, charge));
    server.createContext(
        "/states",
        exchange -> {
          states.add(body(exchange));
          answer(exchange, stateStatus, "{}");
        });
    server.createContext(
        "/messages",
        exchange ->
            answer(
                exchange,
                body(exchange).contains("a charge was made") ? 200 : 404,
                "{\"charged\": \"1\"}"));
    server.start();
  }

  private boolean exists() {
    return states.stream().anyMatch(text -> text.contains("charge 1 exists"));
  }

  /// From now on a charge is this JSON.
  void answers(String json) {
    charge = json;
  }

  void refusesStates() {
    stateStatus = 500;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
