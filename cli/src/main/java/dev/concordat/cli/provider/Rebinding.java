package dev.concordat.cli.provider;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Puts into later steps of a story the ids and entity tags that earlier steps got this time, in the place of those they got
/// when the story was kept.
final class Rebinding {
  /// Shorter texts would be found where they are not meant.
  private static final int MIN_IN_BODY = 8;

  private final Map<String, String> now = new LinkedHashMap<>();

  /// Takes in what a step was answered then and now.
  void learn(HttpResponseMessage then, HttpResponseMessage today) {
    bind(Headers.first(then.headers(), "etag"), Headers.first(today.headers(), "etag"));
    bind(lastSegment(then), lastSegment(today));
    Optional<JsonValue> before = json(then);
    Optional<JsonValue> after = json(today);
    if (before.isPresent()
        && after.isPresent()
        && before.get() instanceof JsonObject old
        && after.get() instanceof JsonObject fresh) {
      old.members()
          .forEach((name, value) -> bind(text(value), fresh.member(name).flatMap(Rebinding::text)));
    }
  }

  private static Optional<String> lastSegment(HttpResponseMessage response) {
    return Headers.first(response.headers(), "location")
        .map(location -> location.substring(location.lastIndexOf('/') + 1));
  }

  private static Optional<JsonValue> json(HttpResponseMessage response) {
    return response.body().size() == 0
        ? Optional.empty()
        : JsonParser.parse(response.body().toArray()).value();
  }

  private static Optional<String> text(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber(String digits) -> Optional.of(digits);
      default -> Optional.empty();
    };
  }

  private void bind(Optional<String> then, Optional<String> today) {
    if (then.isPresent() && today.isPresent() && !then.get().isEmpty()) {
      now.putIfAbsent(then.get(), today.get());
    }
  }

  /// The request of a later step.
  HttpRequestMessage bound(HttpRequestMessage request) {
    String[] segments = request.path().split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      segments[i] = now.getOrDefault(segments[i], segments[i]);
    }
    String path = String.join("/", segments);
    String query = request.query();
    String body = request.body().utf8();
    for (Map.Entry<String, String> each : now.entrySet()) {
      if (each.getKey().length() >= MIN_IN_BODY) {
        body = body.replace(each.getKey(), each.getValue());
      }
    }
    return new HttpRequestMessage(
        request.method(),
        query.isEmpty() ? path : path + "?" + query,
        request.headers().stream()
            .map(
                header ->
                    new Header(header.name(), now.getOrDefault(header.value(), header.value())))
            .toList(),
        body.equals(request.body().utf8()) ? request.body() : Bytes.utf8(body));
  }
}
