package dev.concordat.cli.registry;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.run.Verdict;
import dev.concordat.registry.http.Unanswered;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Asks a registry.
public final class RegistryClient implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

  private final RegistryAddress address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

  public RegistryClient(RegistryAddress address) {
    this.address = address;
  }

  /// What the registry answered.
  public record Reply(int status, String body, Optional<String> verdict) {
    /// The body as JSON; an empty object where it is none.
    public JsonObject json() {
      return JsonParser.parse(body).value().orElse(JsonObject.EMPTY) instanceof JsonObject object
          ? object
          : JsonObject.EMPTY;
    }

    boolean isGood() {
      return status >= 200 && status < 300;
    }

    /// What the registry says is wrong.
    public String error() {
      JsonValue value =
          json().member("error").or(() -> json().member("errors")).orElse(new JsonString(body));
      return value instanceof JsonString(String text) ? text : JsonText.compact(value);
    }
  }

  /// A text as one part of a path or query.
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public Reply get(String path, String accept) throws RegistryFailure {
    return send(request(path).header("Accept", accept).GET().build());
  }

  public Reply post(String path, JsonValue body) throws RegistryFailure {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonText.compact(body)))
            .build());
  }

  public Reply patch(String path, JsonValue body) throws RegistryFailure {
    return send(
        request(path)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(JsonText.compact(body)))
            .build());
  }

  public Reply delete(String path) throws RegistryFailure {
    return send(request(path).DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.url() + path)).timeout(ANSWER_LIMIT);
    address.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request;
  }

  private Reply send(HttpRequest request) throws RegistryFailure {
    HttpResponse<String> response;
    try {
      response = client.send(request, BodyHandlers.ofString());
    } catch (ConnectException refused) {
      throw new RegistryFailure(
          Verdict.NO_ENVIRONMENT,
          "there is no registry at " + address + ".",
          "Start one with 'concordat serve', or name yours with --registry or "
              + RegistryAddress.URL_VARIABLE
              + ".");
    } catch (IOException failure) {
      throw new RegistryFailure(
          Verdict.NO_ENVIRONMENT,
          "the registry at " + address + " does not answer: " + Unanswered.reason(failure) + ".",
          "Is that a registry, and does it live? Try " + address + "/diagnostic/status/heartbeat.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RegistryFailure(
          Verdict.INTERNAL_ERROR, "interrupted while the registry was asked.");
    }
    Reply reply =
        new Reply(
            response.statusCode(),
            response.body(),
            response.headers().firstValue("Concordat-Verdict"));
    return switch (reply.status()) {
      case 401 ->
          throw new RegistryFailure(
              Verdict.BAD_INPUT,
              "the registry at " + address + " wants to know who you are: " + reply.error() + ".",
              "Put a token into "
                  + RegistryAddress.TOKEN_VARIABLE
                  + "; 'concordat token create' makes one.");
      case 403 ->
          throw new RegistryFailure(
              Verdict.BAD_INPUT, "the registry refuses: " + reply.error() + ".");
      case 429 ->
          throw new RegistryFailure(
              Verdict.NO_ENVIRONMENT, "the registry refuses: " + reply.error() + ".");
      default -> {
        if (reply.status() >= 500) {
          throw new RegistryFailure(
              Verdict.NO_ENVIRONMENT,
              "the registry at " + address + " failed: " + reply.error() + ".");
        }
        yield reply;
      }
    };
  }

  /// An answer that must be good.
  ///
  /// @param what was tried, in words
  public Reply checked(Reply reply, String what) throws RegistryFailure {
    if (!reply.isGood()) {
      throw new RegistryFailure(Verdict.BAD_INPUT, what + " is refused: " + reply.error());
    }
    return reply;
  }

  @Override
  public void close() {
    client.close();
  }
}
