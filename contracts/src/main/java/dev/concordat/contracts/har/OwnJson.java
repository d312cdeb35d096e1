package dev.concordat.contracts.har;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What archives cannot say; see {@link OwnFields}.
final class OwnJson {
  private OwnJson() {}

  static JsonObject of(HttpExchange exchange) {
    var json = new LinkedHashMap<String, JsonValue>();
    json.put("id", new JsonString(exchange.id()));
    json.put("consumer", new JsonString(exchange.link().consumer()));
    json.put("provider", new JsonString(exchange.link().provider()));
    exchange.traceId().ifPresent(id -> json.put("traceId", new JsonString(id)));
    String target = exchange.request().target();
    if (!HarUrl.parse(RequestJson.url(exchange)).target().equals(target)) {
      json.put("target", new JsonString(target));
    }
    Bytes sent = exchange.request().body();
    if (MessageJson.text(sent).isEmpty()) {
      put(json, "requestBody", sent);
    }
    exchange
        .response()
        .filter(
            response ->
                !ResponseJson.decoded(response).equals(response.body()) || response.body().isCut())
        .ifPresent(response -> put(json, "responseBody", response.body()));
    return new JsonObject(json);
  }

  private static void put(Map<String, JsonValue> json, String member, Bytes bytes) {
    String base64 = Base64.getEncoder().encodeToString(bytes.toArray());
    json.put(member, new JsonString(base64));
    if (bytes.isCut()) {
      json.put(member + "Total", JsonNumber.of(bytes.total()));
    }
  }
}
