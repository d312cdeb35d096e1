package dev.concordat.report.json;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Exchanges and their messages as JSON. A body that is valid UTF-8 is `text`, any other `base64`.
public final class ExchangeJson {
  private ExchangeJson() {}

  static JsonValue of(Exchange exchange) {
    return switch (exchange) {
      case HttpExchange http -> http(http);
      case MessageDelivery message -> message(message);
      case RowChange row -> row(row);
    };
  }

  private static Members start(String kind, Exchange exchange) {
    return new Members()
        .put("kind", kind)
        .put("id", exchange.id())
        .put("at", exchange.at().toString())
        .maybe("traceId", exchange.traceId(), JsonString::new);
  }

  private static JsonValue http(HttpExchange http) {
    return start("http", http)
        .put("link", JsonReport.linkName(http.link()))
        .put("durationMicros", http.duration().toNanos() / 1000)
        .put("request", request(http.request()))
        .maybe("response", http.response(), ExchangeJson::response)
        .maybe("failure", http.failure(), JsonString::new)
        .object();
  }

  /// Method, target, headers and body.
  public static JsonValue request(HttpRequestMessage request) {
    return new Members()
        .put("method", request.method())
        .put("target", request.target())
        .put("headers", headers(request.headers()))
        .put("body", body(request.body()))
        .object();
  }

  /// Status, headers and body.
  public static JsonValue response(HttpResponseMessage response) {
    return new Members()
        .put("status", response.status())
        .put("headers", headers(response.headers()))
        .put("body", body(response.body()))
        .object();
  }

  private static JsonValue message(MessageDelivery message) {
    return start("message", message)
        .put("part", message.part())
        .put("address", message.address())
        .put("partition", message.partition())
        .put("offset", message.offset())
        .put("seenAt", message.seenAt().toString())
        .maybe("key", message.key(), ExchangeJson::body)
        .put("headers", headers(message.headers()))
        .maybe("value", message.value(), ExchangeJson::body)
        .object();
  }

  private static JsonValue row(RowChange row) {
    Map<String, JsonValue> columns = new LinkedHashMap<>();
    row.columns()
        .forEach(
            (name, value) ->
                columns.put(name, value.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL)));
    return start("row", row)
        .put("part", row.part())
        .put("table", row.table())
        .put("change", JsonReport.word(row.kind()))
        .put("columns", new JsonObject(columns))
        .object();
  }

  private static JsonValue headers(List<Header> headers) {
    return Members.array(
        headers, h -> new Members().put("name", h.name()).put("value", h.value()).object());
  }

  /// The bytes as `text` or as `base64`.
  public static JsonValue body(Bytes bytes) {
    Members body = new Members();
    byte[] kept = bytes.toArray();
    try {
      body.put(
          "text", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(kept)).toString());
    } catch (CharacterCodingException notText) {
      body.put("base64", Base64.getEncoder().encodeToString(kept));
    }
    return bytes.isCut() ? body.put("bytesInAll", bytes.total()).object() : body.object();
  }
}
