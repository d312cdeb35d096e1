package dev.concordat.standin.wiremock.admin;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.journal.ServeEvent;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.store.Mapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests and answers as WireMock's clients read and write them.
final class EventJson {
  private EventJson() {}

  /// A request with what it was answered.
  static JsonObject event(ServeEvent event) {
    var json = new JsonObject.Builder();
    json.add("id", new JsonString(event.id().toString()));
    json.add("request", request(event));
    json.add("responseDefinition", responseDefinition(event));
    json.add("response", response(event));
    json.add("wasMatched", JsonBoolean.of(event.isMatched()));
    int delay = (int) event.disturbance().delay().toMillis();
    var timing = new JsonObject.Builder();
    timing.add("addedDelay", JsonNumber.of(delay));
    timing.add("processTime", JsonNumber.of(0));
    timing.add("responseSendTime", JsonNumber.of(0));
    timing.add("serveTime", JsonNumber.of(0));
    timing.add("totalTime", JsonNumber.of(delay));
    json.add("timing", timing.build());
    json.add("subEvents", new JsonArray(List.of()));
    event.mapping().ifPresent(mapping -> json.add("stubMapping", mapping.written()));
    return json.build();
  }

  private static JsonObject responseDefinition(ServeEvent event) {
    if (event.mapping().map(Mapping::written).flatMap(json -> json.member("response")).orElse(null)
        instanceof JsonObject written) {
      return written;
    }
    return new JsonObject(Map.of("status", JsonNumber.of(event.response().status())));
  }

  private static JsonObject response(ServeEvent event) {
    var json = new JsonObject.Builder();
    json.add("status", JsonNumber.of(event.response().status()));
    json.add("headers", headers(event.response().headers()));
    Bytes body = event.response().body();
    json.add("body", new JsonString(body.utf8()));
    json.add("bodyAsBase64", new JsonString(base64(body)));
    return json.build();
  }

  /// A request as it was received.
  static JsonObject request(ServeEvent event) {
    ReceivedRequest request = event.request();
    var json = new JsonObject.Builder();
    json.add("id", new JsonString(event.id().toString()));
    json.add("url", new JsonString(request.target()));
    json.add("absoluteUrl", new JsonString(request.absoluteUrl()));
    json.add("method", new JsonString(request.method()));
    json.add("scheme", new JsonString("http"));
    json.add("host", new JsonString(request.host()));
    if (request.port().matches("[0-9]{1,5}")) {
      json.add("port", new JsonNumber(Integer.toString(Integer.parseInt(request.port()))));
    }
    json.add("clientIp", new JsonString("127.0.0.1"));
    json.add("headers", headers(request.message().headers()));
    json.add("cookies", cookies(request));
    json.add("browserProxyRequest", JsonBoolean.of(false));
    Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
    json.add("loggedDate", JsonNumber.of(at.toEpochMilli()));
    json.add("bodyAsBase64", new JsonString(base64(request.body().bytes())));
    json.add("body", new JsonString(request.body().text()));
    json.add("protocol", new JsonString("HTTP/1.1"));
    json.add("loggedDateString", new JsonString(at.truncatedTo(ChronoUnit.SECONDS).toString()));
    json.add("queryParams", parameters(request.query()));
    json.add("formParams", parameters(request.form()));
    return json.build();
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  /// One value as text, several as a list.
  static JsonObject headers(List<Header> headers) {
    var byName = new LinkedHashMap<String, List<JsonValue>>();
    for (Header header : headers) {
      byName
          .computeIfAbsent(header.name(), none -> new ArrayList<>())
          .add(new JsonString(header.value()));
    }
    return single(byName);
  }

  private static JsonObject single(Map<String, List<JsonValue>> byName) {
    var json = new JsonObject.Builder();
    byName.forEach(
        (name, values) ->
            json.add(name, values.size() == 1 ? values.getFirst() : new JsonArray(values)));
    return json.build();
  }

  private static JsonObject cookies(ReceivedRequest request) {
    var byName = new LinkedHashMap<String, List<JsonValue>>();
    request
        .cookies()
        .forEach(
            (name, values) ->
                byName.put(name, values.stream().<JsonValue>map(JsonString::new).toList()));
    return single(byName);
  }

  private static JsonObject parameters(Map<String, List<String>> parameters) {
    var json = new JsonObject.Builder();
    parameters.forEach(
        (name, values) -> {
          var one = new JsonObject.Builder();
          one.add("key", new JsonString(name));
          one.add(
              "values", new JsonArray(values.stream().<JsonValue>map(JsonString::new).toList()));
          json.add(name, one.build());
        });
    return json.build();
  }

  /// The request that a client describes in the same form.
  static ReceivedRequest read(JsonObject json) {
    var headers = new ArrayList<Header>();
    if (json.member("headers").orElse(null) instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, value) -> {
                List<JsonValue> values =
                    value instanceof JsonArray(List<JsonValue> all) ? all : List.of(value);
                values.forEach(one -> headers.add(new Header(name, plain(one))));
              });
    }
    Bytes body =
        text(json, "bodyAsBase64")
            .flatMap(EventJson::decoded)
            .or(() -> text(json, "body").map(Bytes::utf8))
            .orElse(Bytes.EMPTY);
    return new ReceivedRequest(
        new HttpRequestMessage(
            text(json, "method").orElse("GET"), text(json, "url").orElse("/"), headers, body));
  }

  private static Optional<Bytes> decoded(String text) {
    try {
      return Optional.of(Bytes.of(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<String> text(JsonObject json, String name) {
    return json.member(name).map(EventJson::plain);
  }

  static String plain(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  /// The body of a request as an object; an empty one counts as `{}`.
  static Optional<JsonObject> body(HttpRequestMessage request) {
    String text = request.body().utf8();
    return text.isBlank()
        ? Optional.of(JsonObject.EMPTY)
        : JsonParser.parse(text)
            .value()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast);
  }
}
