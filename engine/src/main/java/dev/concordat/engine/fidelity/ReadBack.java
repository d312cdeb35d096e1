package dev.concordat.engine.fidelity;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the request that reads what another one has stored: where `Location` points to, the address that was written to,
/// or the collection's address with the id that the answer holds.
final class ReadBack {
  private static final int FIRST_SUCCESS = 200;
  private static final int FIRST_REDIRECT = 300;

  private final OpenApiContract contract;
  private final HttpOperation operation;

  ReadBack(OpenApiContract contract, HttpOperation operation) {
    this.contract = contract;
    this.operation = operation;
  }

  Optional<HttpRequestMessage> after(HttpRequestMessage sent, HttpResponseMessage answer) {
    boolean isWriting = !operation.method().equals("GET") && !operation.method().equals("HEAD");
    if (!isWriting || answer.status() < FIRST_SUCCESS || answer.status() >= FIRST_REDIRECT) {
      return Optional.empty();
    }
    return answer
        .header("location")
        .flatMap(ReadBack::path)
        .filter(this::isReadable)
        .or(() -> Optional.of(sent.path()).filter(this::isThing))
        .or(() -> id(answer).map(id -> sent.path() + "/" + id).filter(this::isReadable))
        .or(() -> parent(sent.path()).filter(this::isThing))
        .map(path -> new HttpRequestMessage("GET", path, headers(sent), Bytes.EMPTY));
  }

  /// Credentials go along.
  private static List<Header> headers(HttpRequestMessage sent) {
    return sent.headers().stream()
        .filter(it -> it.name().equalsIgnoreCase("authorization"))
        .toList();
  }

  private static Optional<String> path(String location) {
    try {
      return Optional.ofNullable(URI.create(location).getRawPath());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /// Whether one thing is there, not a list of them.
  private boolean isThing(String path) {
    return isReadable(path)
        && contract.route("GET", path).stream()
            .anyMatch(routed -> !routed.operation().parameters(ParameterLocation.PATH).isEmpty());
  }

  private boolean isReadable(String path) {
    return contract.route("GET", path).isPresent();
  }

  private static Optional<String> parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash > 0 ? Optional.of(path.substring(0, slash)) : Optional.empty();
  }

  private static Optional<String> id(HttpResponseMessage answer) {
    return JsonParser.parse(answer.body().toArray())
        .value()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .flatMap(
            body ->
                body.members().entrySet().stream()
                    .filter(it -> it.getKey().equals("id"))
                    .map(Map.Entry::getValue)
                    .flatMap(value -> text(value).stream())
                    .findFirst())
        .map(Percent::encode);
  }

  private static Optional<String> text(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber number -> Optional.of(number.digits());
      default -> Optional.empty();
    };
  }
}
