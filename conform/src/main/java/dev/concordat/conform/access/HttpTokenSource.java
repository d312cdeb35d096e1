package dev.concordat.conform.access;

import dev.concordat.conform.resource.JsonBodies;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// Gets tokens with the JDK's client. Answers larger than {@link #MAX_ANSWER_BYTES} are refused.
public final class HttpTokenSource implements TokenSource, AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MAX_ANSWER_BYTES = 1 << 20;

  private final URI provider;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @param provider what addresses without a host are resolved against
  public HttpTokenSource(URI provider) {
    this.provider = provider;
  }

  @Override
  public Result login(Login login) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    boolean hasType =
        login.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("Content-Type"));
    if (!hasType) {
      request.header("Content-Type", "application/json");
    }
    for (Header header : login.headers()) {
      request.header(header.name(), header.value());
    }
    request.method(login.method(), BodyPublishers.ofString(login.body()));
    return ask(login.method(), login.url(), request, login.pointer());
  }

  @Override
  public Result grant(TokenGrant grant, String tokenUrl) {
    var form = new StringBuilder("grant_type=");
    form.append(grant.isPassword() ? "password" : "client_credentials");
    if (grant.isPassword()) {
      form.append("&username=").append(Percent.encode(grant.user()));
      form.append("&password=").append(Percent.encode(grant.password()));
    }
    if (!grant.scopes().isEmpty()) {
      form.append("&scope=").append(Percent.encode(String.join(" ", grant.scopes())));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form.toString()));
    if (!grant.clientId().isEmpty()) {
      request.header("Authorization", client(grant));
    }
    return ask("POST", tokenUrl, request, "/access_token");
  }

  /// A client says who it is with HTTP Basic, both parts form-encoded first (RFC 6749 section 2.3.1).
  private static String client(TokenGrant grant) {
    String pair = Percent.encode(grant.clientId()) + ":" + Percent.encode(grant.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String discover(String url) {
    return ask("GET", url, HttpRequest.newBuilder().GET(), "/token_endpoint")
            instanceof Result.Token(String endpoint)
        ? endpoint
        : "";
  }

  private Result ask(String method, String url, HttpRequest.Builder request, String pointer) {
    String what = method + " " + url;
    try {
      HttpResponse<InputStream> response =
          client.send(
              request.uri(provider.resolve(url)).timeout(LIMIT).build(),
              BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = response.body()) {
        body = in.readNBytes(MAX_ANSWER_BYTES + 1);
      }
      if (response.statusCode() / 100 != 2) {
        return new Result.Refused(what + " answered " + response.statusCode());
      }
      return token(what, body, pointer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.Refused(what + " was interrupted");
    } catch (IOException | IllegalArgumentException e) {
      return new Result.Refused(what + " failed: " + e.getMessage());
    }
  }

  private static Result token(String what, byte[] body, String pointer) {
    if (body.length > MAX_ANSWER_BYTES) {
      return new Result.Refused(what + " answered with more than " + MAX_ANSWER_BYTES + " bytes");
    }
    Optional<JsonValue> value =
        JsonParser.parse(body).value().flatMap(json -> JsonBodies.at(json, pointer));
    return switch (value.orElse(new JsonString(""))) {
      case JsonString(String text) when !text.isEmpty() -> new Result.Token(text);
      case JsonNumber(String digits) -> new Result.Token(digits);
      default -> new Result.Refused("the answer of " + what + " has no text at " + pointer);
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
