package dev.concordat.drift.corpus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A provider whose ids, times, counters and order vary from one answer to the next, by a seed.
public final class Shop implements AutoCloseable {
  private static final Pattern ORDER = Pattern.compile("/orders/([0-9]+)");
  private static final Pattern LIMIT = Pattern.compile("limit=([0-9]+)");
  private static final int MAX_LIMIT = 100;

  private final HttpServer server;
  private final Random random;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private long counter = 40;
  private int writes;

  private Shop(long seed) {
    this.random = new Random(seed);
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /// A provider on a free port.
  public static Shop open(long seed) {
    return new Shop(seed);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// How many requests changed something.
  public synchronized int writes() {
    return writes;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    now = now.plusMillis(1 + random.nextInt(5_000));
    counter++;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    answer(exchange, body);
    exchange.close();
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    Matcher order = ORDER.matcher(path);
    if (path.equals("/orders") && method.equals("GET")) {
      send(exchange, 200, "application/json", orders());
    } else if (path.equals("/orders") && method.equals("POST")) {
      create(exchange, body);
    } else if (path.equals("/orders")) {
      problem(exchange, 405, "Method Not Allowed");
    } else if (order.matches()) {
      order(exchange, method, Integer.parseInt(order.group(1)));
    } else if (path.equals("/products") && method.equals("GET")) {
      products(exchange);
    } else if (path.equals("/status") && method.equals("GET")) {
      exchange.getResponseHeaders().add("Cache-Control", "no-store");
      exchange.getResponseHeaders().add("X-Request-Id", uuid());
      send(exchange, 200, "application/json", status());
    } else if (path.equals("/report.csv") && method.equals("GET")) {
      send(exchange, 200, "text/csv", "sku,left\nA1,5\n");
    } else {
      problem(exchange, 404, "Not Found");
    }
  }

  private void create(HttpExchange exchange, String body) throws IOException {
    if (!body.contains("\"sku\"")) {
      problem(exchange, 400, "Bad Request");
      return;
    }
    writes++;
    exchange.getResponseHeaders().add("Location", "/orders/" + counter);
    send(exchange, 201, "application/json", order(counter));
  }

  private void order(HttpExchange exchange, String method, int number) throws IOException {
    if (number > 900) {
      problem(exchange, 404, "Not Found");
    } else if (method.equals("GET")) {
      send(exchange, 200, "application/json", order(number));
    } else if (method.equals("DELETE")) {
      writes++;
      exchange.sendResponseHeaders(204, -1);
    } else {
      problem(exchange, 405, "Method Not Allowed");
    }
  }

  private void products(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    Matcher limit = LIMIT.matcher(query);
    boolean isBad = !limit.find() || Integer.parseInt(limit.group(1)) > MAX_LIMIT;
    if (isBad) {
      problem(exchange, 400, "Bad Request");
      return;
    }
    List<String> all =
        new ArrayList<>(
            List.of(
                "{\"sku\":\"A1\",\"name\":\"Tea\",\"price\":10.10,\"tags\":[\"hot\",\"new\"]}",
                "{\"sku\":\"B2\",\"name\":\"Cup\",\"price\":4.00,\"tags\":[]}"));
    Collections.shuffle(all, random);
    send(
        exchange,
        200,
        "application/json",
        "{\"items\":[" + String.join(",", all) + "],\"total\":2}");
  }

  private String orders() {
    List<String> all = new ArrayList<>(List.of(order(17), order(18), order(19)));
    Collections.shuffle(all, random);
    return "[" + String.join(",", all) + "]";
  }

  private String order(long number) {
    return """
        {"id":%d,"revision":"%s","state":"OPEN","total":20.20,"currency":"EUR","paid":true,
         "placedOn":"2026-02-27","readAt":"%s","customer":{"name":"Zoë","email":"zoe@example.org"},
         "lines":[{"sku":"A1","quantity":2}]}"""
        .formatted(number, uuid(), now);
  }

  private String status() {
    return "{\"status\":\"UP\",\"version\":\"1.4.2\",\"node\":\"%s\",\"at\":\"%s\",\"served\":%d,\"note\":null}"
        .formatted(uuid(), now, counter);
  }

  private void problem(HttpExchange exchange, int status, String title) throws IOException {
    send(
        exchange,
        status,
        "application/problem+json",
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"trace\":\"%s\"}"
            .formatted(title, status, uuid()));
  }

  private String uuid() {
    return new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L,
            (random.nextLong() >>> 2) | 0x8000000000000000L)
        .toString();
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
