package dev.concordat.registry.migration;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.registry.http.Happened;
import dev.concordat.registry.http.Unanswered;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// One of the two brokers, as a client sees it.
public final class Door implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(5);
  private static final long MAX_ANSWER_BYTES = 256L * 1024 * 1024;
  private static final int TRIES = 10;
  private static final int MAX_PAUSE_SECONDS = 60;
  private static final int TOO_MANY = 429;
  private static final int NOT_FOUND = 404;

  private final String url;
  private final Optional<String> authorization;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

  /// @param url of its index, without a slash at the end
  /// @param authorization the header of that name, never shown
  public Door(String url, Optional<String> authorization) {
    this.url = url;
    this.authorization = authorization;
  }

  /// What was answered to a change.
  record Changed(int status, String body) {
    boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  /// A path of parts, each encoded.
  static String path(String... parts) {
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      path.append('/').append(encoded(part));
    }
    return path.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// A link as a path of this broker, whatever host it names: brokers behind proxies write the one they know.
  String path(String link) throws MigrationFailure {
    URI uri;
    try {
      uri = new URI(link);
    } catch (URISyntaxException _) {
      throw new MigrationFailure(url + " has a link that is no address: " + link);
    }
    String path = Optional.ofNullable(uri.getRawPath()).orElse("/");
    String base = Optional.ofNullable(URI.create(url).getRawPath()).orElse("");
    String own = !base.isEmpty() && path.startsWith(base) ? path.substring(base.length()) : path;
    return Optional.ofNullable(uri.getRawQuery()).map(query -> own + "?" + query).orElse(own);
  }

  /// A resource; empty where there is none.
  Optional<JsonObject> get(String path) throws MigrationFailure {
    HttpResponse<byte[]> answer =
        send(request(path).header("Accept", "application/hal+json, application/json").GET());
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (answer.statusCode() != 200
        || !(JsonParser.parse(answer.body()).value().orElse(null) instanceof JsonObject json)) {
      throw new MigrationFailure(
          url
              + path
              + " answers "
              + answer.statusCode()
              + ", and not with the resource of a broker");
    }
    return Optional.of(json);
  }

  /// Changes something, as of a time that has passed.
  Changed change(String method, String path, JsonObject body, Optional<String> happenedAt)
      throws MigrationFailure {
    HttpRequest.Builder request =
        request(path)
            .header(
                "Content-Type",
                method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
            .method(method, BodyPublishers.ofString(JsonText.compact(body)));
    happenedAt.ifPresent(time -> request.header(Happened.HEADER, time));
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      throw new MigrationFailure(
          url + " refuses " + method + " " + path + "; a token with the scope admin is needed");
    }
    return new Changed(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER_LIMIT);
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws MigrationFailure {
    HttpRequest built = request.build();
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        HttpResponse<byte[]> answer =
            client.send(built, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        if (answer.statusCode() != TOO_MANY) {
          return answer;
        }
        Thread.sleep(Duration.ofSeconds(pauseSeconds(answer)));
      }
      throw new MigrationFailure(url + " says again and again that there are too many requests");
    } catch (IOException failure) {
      throw new MigrationFailure(built.uri() + " does not answer: " + Unanswered.reason(failure));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new MigrationFailure("interrupted while " + url + " was asked");
    }
  }

  /// As long as the broker asks to wait, up to a minute.
  private static long pauseSeconds(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Math.min(MAX_PAUSE_SECONDS, Long.parseLong(text)))
        .orElse(1L);
  }

  @Override
  public String toString() {
    return url;
  }

  @Override
  public void close() {
    client.close();
  }
}
