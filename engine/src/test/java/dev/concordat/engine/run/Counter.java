package dev.concordat.engine.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Two small systems in one program, as real processes: `workshop` answers `GET /jobs/{id}`; `counter` takes errands with
/// `PUT /errands/{id}`, asks the workshop for the job once, and keeps what came of it.
public final class Counter {
  private static final Map<String, String> ERRANDS = new ConcurrentHashMap<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Counter() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(Objects.requireNonNull(System.getenv("PORT")))),
            0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/jobs/", exchange -> answer(exchange, 200, "done"));
    server.createContext("/errands/", Counter::errand);
    server.start();
  }

  private static void errand(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/errands/".length());
    if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, ERRANDS.getOrDefault(id, "unknown"));
      return;
    }
    String state = ask(id);
    ERRANDS.put(id, state);
    answer(exchange, state.equals("done") ? 200 : 503, state);
  }

  private static String ask(String id) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(System.getenv("WORKSHOP_URL") + "/jobs/" + id)).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200
          ? "done"
          : "put off";
    } catch (IOException e) {
      return "cut off";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static void answer(HttpExchange exchange, int status, String state) throws IOException {
    try (exchange) {
      byte[] body = ("{\"state\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
