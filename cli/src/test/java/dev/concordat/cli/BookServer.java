package dev.concordat.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;

/// A small provider of books that remembers, with a session token that must not get about.
final class BookServer implements AutoCloseable {
  static final String TOKEN = "tok-9f8e7d6c5b4a39281706";

  private final HttpServer server;
  private final Map<String, String> books = new TreeMap<>();
  private int made;

  private BookServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.start();
  }

  static BookServer open() throws IOException {
    return new BookServer(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
      String call = exchange.getRequestMethod() + " " + path[0] + (path.length > 1 ? "/{}" : "");
      String id = path.length > 1 ? path[1] : "";
      switch (call) {
        case "POST login" ->
            send(exchange, 200, "{\"token\":\"" + TOKEN + "\",\"expiresIn\":3600}");
        case "POST books" -> create(exchange, body);
        case "GET books" ->
            send(exchange, 200, "{\"items\":[" + String.join(",", books.values()) + "]}");
        case "GET books/{}" -> show(exchange, id);
        case "DELETE books/{}" -> {
          books.remove(id);
          exchange.sendResponseHeaders(204, -1);
        }
        default -> problem(exchange, 404);
      }
    }
  }

  private void create(HttpExchange exchange, String body) throws IOException {
    if (!body.contains("\"title\"")) {
      problem(exchange, 400);
      return;
    }
    String id =
        UUID.nameUUIDFromBytes(("book " + made++).getBytes(StandardCharsets.UTF_8)).toString();
    String book =
        "{\"id\":\""
            + id
            + "\",\"pages\":"
            + (100 + made)
            + ",\"price\":10.50,"
            + body.strip().substring(1);
    books.put(id, book);
    exchange.getResponseHeaders().add("Location", "/books/" + id);
    send(exchange, 201, book);
  }

  private void show(HttpExchange exchange, String id) throws IOException {
    String book = books.get(id);
    if (book == null) {
      problem(exchange, 404);
    } else {
      send(exchange, 200, book);
    }
  }

  private static void problem(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
    byte[] bytes =
        ("{\"type\":\"about:blank\",\"title\":\"No\",\"status\":" + status + "}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
