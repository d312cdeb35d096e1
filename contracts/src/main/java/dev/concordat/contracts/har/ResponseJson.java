package dev.concordat.contracts.har;

import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The response of an entry.
final class ResponseJson {
  private static final HttpResponseMessage NONE =
      new HttpResponseMessage(0, List.of(), Bytes.EMPTY);

  private ResponseJson() {}

  static JsonObject of(HttpExchange exchange) {
    HttpResponseMessage response = exchange.response().orElse(NONE);
    var json = new LinkedHashMap<String, JsonValue>();
    json.put("status", JsonNumber.of(response.status()));
    json.put("statusText", new JsonString(""));
    json.put("httpVersion", MessageJson.HTTP_VERSION);
    json.put("cookies", cookies(response));
    json.put("headers", MessageJson.headers(response.headers()));
    json.put("content", content(response));
    json.put("redirectURL", new JsonString(response.header("location").orElse("")));
    json.put("headersSize", JsonNumber.of(MessageJson.UNKNOWN_SIZE));
    json.put("bodySize", JsonNumber.of(response.body().total()));
    exchange.failure().ifPresent(failure -> json.put("_error", new JsonString(failure)));
    return new JsonObject(json);
  }

  private static JsonArray cookies(HttpResponseMessage response) {
    return new JsonArray(
        Headers.all(response.headers(), "set-cookie").stream()
            .flatMap(line -> MessageJson.cookie(line).stream())
            .toList());
  }

  private static JsonObject content(HttpResponseMessage response) {
    Bytes body = decoded(response);
    Optional<String> text = MessageJson.text(body);
    var json = new LinkedHashMap<String, JsonValue>();
    json.put("size", JsonNumber.of(body.total()));
    json.put("mimeType", new JsonString(response.header("content-type").orElse("")));
    if (text.isPresent()) {
      json.put("text", new JsonString(text.get()));
    } else {
      String base64 = Base64.getEncoder().encodeToString(body.toArray());
      json.put("text", new JsonString(base64));
      json.put("encoding", new JsonString("base64"));
    }
    return new JsonObject(json);
  }

  /// Archives hold the body without its content coding; one that cannot be taken off stays.
  static Bytes decoded(HttpResponseMessage response) {
    return ContentCoding.decode(response.headers(), response.body())
            instanceof ContentCoding.Decoded.Plain(Bytes plain)
        ? plain
        : response.body();
  }
}
