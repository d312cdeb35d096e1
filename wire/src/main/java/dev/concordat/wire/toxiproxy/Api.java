package dev.concordat.wire.toxiproxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The routes of the API. One request is answered after the other.
final class Api implements HttpHandler {
  /// The version of Toxiproxy whose API this is.
  private static final String VERSION = "2.12.0";

  private static final int MAX_BODY = 1 << 20;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final Proxies proxies;

  Api(Proxies proxies) {
    this.proxies = proxies;
  }

  /// An answer; without a body when there is none to give.
  private record Reply(int status, Optional<JsonValue> body) {
    static Reply of(JsonValue body) {
      return new Reply(OK, Optional.of(body));
    }

    static Reply created(JsonValue body) {
      return new Reply(CREATED, Optional.of(body));
    }

    static Reply nothing() {
      return new Reply(NO_CONTENT, Optional.empty());
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
      Reply reply;
      synchronized (proxies) {
        reply = reply(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
      }
      send(exchange, reply);
    }
  }

  private Reply reply(String method, String path, byte[] body) {
    try {
      List<String> parts = Arrays.stream(path.split("/")).filter(it -> !it.isEmpty()).toList();
      return route(method, parts, body);
    } catch (Refused refused) {
      return new Reply(
          refused.status(),
          Optional.of(
              JsonObject.EMPTY
                  .with("error", new JsonString(refused.text()))
                  .with("status", JsonNumber.of(refused.status()))));
    }
  }

  private Reply route(String method, List<String> path, byte[] body) throws Refused {
    String first = path.isEmpty() ? "" : path.getFirst();
    return switch (method + " " + first + " " + path.size()) {
      case "GET version 1" -> Reply.of(JsonObject.EMPTY.with("version", new JsonString(VERSION)));
      case "POST reset 1" -> {
        proxies.reset();
        yield Reply.nothing();
      }
      case "POST populate 1" -> Reply.created(proxies.populate(Written.list(body)));
      case "GET proxies 1" -> Reply.of(proxies.written());
      case "POST proxies 1" -> Reply.created(proxies.create(Written.of(body)).written());
      case "GET proxies 2" -> Reply.of(proxies.named(path.get(1)).written());
      case "POST proxies 2", "PATCH proxies 2" -> {
        Proxy proxy = proxies.named(path.get(1));
        proxy.update(Written.of(body));
        yield Reply.of(proxy.written());
      }
      case "DELETE proxies 2" -> {
        proxies.delete(path.get(1));
        yield Reply.nothing();
      }
      default -> toxics(method, path, body);
    };
  }

  private Reply toxics(String method, List<String> path, byte[] body) throws Refused {
    if (path.size() < 3 || !path.getFirst().equals("proxies") || !path.get(2).equals("toxics")) {
      throw Refused.notFound("page not found");
    }
    Proxy proxy = proxies.named(path.get(1));
    return switch (method + " " + path.size()) {
      case "GET 3" -> Reply.of(proxy.writtenToxics());
      case "POST 3" -> Reply.of(proxy.add(Written.of(body)).written());
      case "GET 4" -> Reply.of(proxy.toxic(path.get(3)).written());
      case "POST 4", "PATCH 4" -> Reply.of(proxy.update(path.get(3), Written.of(body)).written());
      case "DELETE 4" -> {
        proxy.remove(path.get(3));
        yield Reply.nothing();
      }
      default -> throw Refused.notFound("page not found");
    };
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.body().isEmpty()) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    byte[] bytes = JsonText.compact(reply.body().get()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
