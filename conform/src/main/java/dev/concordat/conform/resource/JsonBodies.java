package dev.concordat.conform.resource;

import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Bodies of messages that are JSON.
public final class JsonBodies {
  private JsonBodies() {}

  /// The body's value; nothing for a body that is no JSON, cannot be read or is empty.
  public static Optional<JsonValue> read(List<Header> headers, Bytes body) {
    if (!isJson(headers) || body.size() == 0 || body.isCut()) {
      return Optional.empty();
    }
    return ContentCoding.decode(headers, body) instanceof ContentCoding.Decoded.Plain(Bytes plain)
        ? JsonParser.parse(plain.toArray()).value()
        : Optional.empty();
  }

  private static boolean isJson(List<Header> headers) {
    return Headers.first(headers, "Content-Type")
        .flatMap(MediaType::parse)
        .map(MediaType::isJson)
        .orElse(false);
  }

  /// The value of an answer's body, read once for all who ask; nothing for a body that is no JSON, cannot be read or is empty.
  public static Optional<JsonValue> answered(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Got got)) {
      return Optional.empty();
    }
    HttpResponseMessage response = got.response();
    return response.header("Content-Encoding").isPresent() || response.body().isCut()
        ? read(response.headers(), response.body())
        : got.json().value().filter(_ -> isJson(response.headers()));
  }

  /// What a JSON Pointer (RFC 6901) leads to.
  public static Optional<JsonValue> at(JsonValue value, String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(value);
    }
    Optional<JsonValue> at = Optional.of(value);
    for (String token : pointer.substring(1).split("/", -1)) {
      String name = token.replace("~1", "/").replace("~0", "~");
      at = at.flatMap(inside -> step(inside, name));
    }
    return at;
  }

  private static Optional<JsonValue> step(JsonValue inside, String name) {
    return switch (inside) {
      case JsonObject object -> object.member(name);
      case JsonArray array ->
          name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < array.items().size()
              ? Optional.of(array.items().get(Integer.parseInt(name)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
