package dev.concordat.registry.migration;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Answers as a Pact Broker did when it was recorded, each resource under the address that it says itself; 404 for the rest.
record RecordedBroker(HttpServer server) implements AutoCloseable {
  /// Those that do not say where they are.
  private static final Map<String, String> PLACES =
      Map.of("index.json", "/", "matrix.json", "/matrix");

  static RecordedBroker start() throws IOException {
    Map<String, byte[]> answers = new HashMap<>();
    List<Path> files;
    try (Stream<Path> found =
        Files.list(Path.of(System.getProperty("corpora"), "pact-broker", "responses"))) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (JsonParser.parse(bytes).value().orElse(null) instanceof JsonObject json) {
        String name = String.valueOf(file.getFileName());
        String self = Resource.self(json);
        String place =
            PLACES.getOrDefault(name, self.isEmpty() ? "" : URI.create(self).getRawPath());
        answers.putIfAbsent(place, bytes);
      }
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] answer = answers.get(place(exchange.getRequestURI()));
            byte[] body =
                answer == null ? "{\"error\":\"none\"}".getBytes(StandardCharsets.UTF_8) : answer;
            exchange.getResponseHeaders().add("Content-Type", "application/hal+json;charset=utf-8");
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return new RecordedBroker(server);
  }

  /// Results are the same with and without what their pact was selected by.
  private static String place(URI asked) {
    return asked.getRawPath().replaceFirst("/metadata/[^/]+/", "/");
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
