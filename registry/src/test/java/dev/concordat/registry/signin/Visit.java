package dev.concordat.registry.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One browser that visits a registry: keeps its cookies, which it sends to the registry only, and asks for pages.
final class Visit implements AutoCloseable {
  private static final int MAX_STEPS = 8;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String registry;

  Visit(String registry) {
    this.registry = registry;
  }

  /// Where the registry is.
  String registry() {
    return registry;
  }

  HttpResponse<String> get(String target, String... headers)
      throws IOException, InterruptedException {
    return send(request(target, headers).build());
  }

  HttpResponse<String> post(String target, String... headers)
      throws IOException, InterruptedException {
    return send(request(target, headers).POST(BodyPublishers.noBody()).build());
  }

  HttpResponse<String> put(String target, String... headers)
      throws IOException, InterruptedException {
    return send(request(target, headers).PUT(BodyPublishers.noBody()).build());
  }

  /// Goes where it is led.
  HttpResponse<String> follow(String target) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(target);
    for (int i = 0; i < MAX_STEPS && answer.statusCode() == 302; i++) {
      answer = get(location(answer));
    }
    return answer;
  }

  /// Goes to the issuer, and stops before it comes back.
  ///
  /// @return the address that the issuer leads to
  String toIssuer() throws IOException, InterruptedException {
    return location(get(location(get("/sign-in"))));
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  private HttpRequest.Builder request(String target, String... headers) {
    String address = target.startsWith("/") ? registry + target : target;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*;q=0.8");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (address.startsWith(registry) && !cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    List<String> set = answer.headers().allValues("Set-Cookie");
    for (String cookie : set) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      int equals = pair.indexOf('=');
      if (cookie.contains("Max-Age=0;")) {
        cookies.remove(pair.substring(0, equals));
      } else {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return answer;
  }

  @Override
  public void close() {
    client.close();
  }
}
