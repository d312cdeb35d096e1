package com.example.payments.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the handler for a request, and turns every outcome into an answer. */
public final class Router implements HttpHandler {

  private static final int MAX_BODY_BYTES = 64 * 1024;

  private record Route(String method, List<String> segments, Function<Request, Response> handler) {}

  private final List<Route> routes = new ArrayList<>();
  private final Function<Problem, Response> problems;

  public Router(Function<Problem, Response> problems) {
    this.problems = problems;
  }

  public Router on(String method, String template, Function<Request, Response> handler) {
    routes.add(new Route(method, List.of(template.substring(1).split("/")), handler));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    Response response;
    try {
      response = answer(exchange);
    } catch (Problem problem) {
      response = problems.apply(problem);
      if (problem.kind().equals("method-not-allowed")) {
        response = response.with("Allow", problem.getMessage().replaceAll(".*: ", ""));
      }
    } catch (RuntimeException bug) {
      bug.printStackTrace(System.out);
      response = problems.apply(new Problem(500, "internal", "Please report this to the team."));
    }
    send(exchange, response);
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (!exchange.getRequestURI().getPath().equals("/health")) {
      Log.info(
          "%s %s -> %d in %d ms trace=%s",
          exchange.getRequestMethod(),
          exchange.getRequestURI(),
          response.status(),
          millis,
          exchange.getRequestHeaders().getFirst("traceparent"));
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    List<String> segments = segments(exchange.getRequestURI().getRawPath());
    String sent = exchange.getRequestMethod();
    String method = sent.equals("HEAD") ? "GET" : sent;
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Map<String, String> path = match(route.segments(), segments);
      if (path == null) {
        continue;
      }
      if (route.method().equals(method)) {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
          throw new Problem(413, "too-large", "The limit is " + MAX_BODY_BYTES + " bytes.");
        }
        return route.handler().apply(
            new Request(
                method,
                path,
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                body));
      }
      allowed.add(route.method());
    }
    if (allowed.isEmpty()) {
      throw Problem.notFound("Nothing is served at this path.");
    }
    throw new Problem(405, "method-not-allowed", "Allowed here: " + String.join(", ", allowed));
  }

  private static Map<String, String> match(List<String> template, List<String> segments) {
    if (template.size() != segments.size()) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < template.size(); i++) {
      String expected = template.get(i);
      if (expected.startsWith("{")) {
        if (segments.get(i).isEmpty()) {
          return null;
        }
        values.put(expected.substring(1, expected.length() - 1), segments.get(i));
      } else if (!expected.equals(segments.get(i))) {
        return null;
      }
    }
    return values;
  }

  private static List<String> segments(String rawPath) {
    List<String> segments = new ArrayList<>();
    if (rawPath == null || !rawPath.startsWith("/")) {
      throw Problem.notFound("Nothing is served at this path.");
    }
    for (String raw : rawPath.substring(1).split("/", -1)) {
      segments.add(decode(raw.replace("+", "%2B")));
    }
    return segments;
  }

  private static Map<String, List<String>> query(String rawQuery) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (rawQuery != null) {
      for (String pair : rawQuery.split("&")) {
        String[] parts = pair.split("=", 2);
        values
            .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
            .add(parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return values;
  }

  private static String decode(String raw) {
    return URLDecoder.decode(raw, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    try (exchange) {
      response.headers().forEach(exchange.getResponseHeaders()::set);
      boolean noBody = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
      exchange.sendResponseHeaders(response.status(), noBody ? -1 : response.body().length);
      if (!noBody) {
        exchange.getResponseBody().write(response.body());
      }
    }
  }
}
