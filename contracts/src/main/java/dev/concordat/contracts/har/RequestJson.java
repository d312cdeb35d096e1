package dev.concordat.contracts.har;

import dev.concordat.contracts.http.Percent;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// The request of an entry.
final class RequestJson {
  private RequestJson() {}

  static JsonObject of(HttpExchange exchange) {
    HttpRequestMessage request = exchange.request();
    var json = new LinkedHashMap<String, JsonValue>();
    json.put("method", new JsonString(request.method()));
    json.put("url", new JsonString(url(exchange)));
    json.put("httpVersion", MessageJson.HTTP_VERSION);
    json.put("cookies", cookies(request.headers()));
    json.put("headers", MessageJson.headers(request.headers()));
    json.put("queryString", query(request.query()));
    if (request.body().total() > 0) {
      json.put("postData", postData(request));
    }
    json.put("headersSize", JsonNumber.of(MessageJson.UNKNOWN_SIZE));
    json.put("bodySize", JsonNumber.of(request.body().total()));
    return new JsonObject(json);
  }

  /// The address as a browser would show it.
  static String url(HttpExchange exchange) {
    HttpRequestMessage request = exchange.request();
    String target = request.target();
    if (target.contains("://")) {
      return target;
    }
    String host = request.header("host").orElse(exchange.link().provider());
    return "http://" + host + (target.startsWith("/") ? target : "/" + target);
  }

  private static JsonValue cookies(List<Header> headers) {
    return new JsonArray(
        Headers.all(headers, "cookie").stream()
            .flatMap(line -> Arrays.stream(line.split(";")))
            .flatMap(pair -> MessageJson.cookie(pair).stream())
            .toList());
  }

  private static JsonValue query(String query) {
    var pairs = new ArrayList<JsonValue>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int sign = pair.indexOf('=');
        String name = sign < 0 ? pair : pair.substring(0, sign);
        String value = sign < 0 ? "" : pair.substring(sign + 1);
        pairs.add(MessageJson.nameAndValue(Percent.decodeForm(name), Percent.decodeForm(value)));
      }
    }
    return new JsonArray(pairs);
  }

  private static JsonObject postData(HttpRequestMessage request) {
    String type = request.header("content-type").orElse("application/octet-stream");
    return JsonObject.EMPTY
        .with("mimeType", new JsonString(type))
        .with("text", new JsonString(MessageJson.text(request.body()).orElse("")));
  }
}
