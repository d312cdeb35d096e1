package dev.concordat.standin.wiremock.admin;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes mappings of what a real server answered.
final class RecordedStubs {
  /// Headers that belong to one connection or one moment.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "content-length",
          "transfer-encoding",
          "connection",
          "date",
          "matched-stub-id",
          "content-encoding");

  /// Headers of answers that carry secrets: their values are not recorded.
  private static final Set<String> SECRET =
      Set.of("set-cookie", "authorization", "x-api-key", "x-auth-token", "x-amz-security-token");

  private final JsonObject specification;

  RecordedStubs(JsonObject specification) {
    this.specification = specification;
  }

  /// Which requests are recorded.
  Patterns.Read filter(Call call) {
    JsonObject filters =
        specification.member("filters").orElse(null) instanceof JsonObject object
            ? object
            : JsonObject.EMPTY;
    var request =
        new HttpRequestMessage(
            "POST",
            "/",
            List.of(),
            Bytes.utf8(filters.without("ids").without("allowNonProxied").toString()));
    return Patterns.ofRequest(new Call(call.space(), request, List.of()));
  }

  /// In their order; the same request with several answers becomes a scenario, unless told otherwise.
  List<JsonObject> of(List<ServeEvent> events) {
    Map<JsonObject, List<ServeEvent>> byRequest = new LinkedHashMap<>();
    for (ServeEvent event : events) {
      byRequest.computeIfAbsent(request(event.request()), none -> new ArrayList<>()).add(event);
    }
    boolean hasScenarios =
        !specification.member("repeatsAsScenarios").equals(Optional.of(JsonBoolean.of(false)));
    var stubs = new ArrayList<JsonObject>();
    int number = 0;
    for (Map.Entry<JsonObject, List<ServeEvent>> entry : byRequest.entrySet()) {
      List<ServeEvent> same = entry.getValue();
      number++;
      if (same.size() == 1 || !hasScenarios) {
        stubs.add(stub(entry.getKey(), same.getFirst()).build());
      } else {
        for (int i = 0; i < same.size(); i++) {
          var stub = stub(entry.getKey(), same.get(i));
          stub.add("scenarioName", new JsonString("scenario-" + number + name(same.get(i))));
          stub.add("requiredScenarioState", new JsonString(state(number, i)));
          if (i + 1 < same.size()) {
            stub.add("newScenarioState", new JsonString(state(number, i + 1)));
          }
          stubs.add(stub.build());
        }
      }
    }
    return stubs;
  }

  private static String state(int scenario, int turn) {
    return turn == 0 ? "Started" : "scenario-" + scenario + "-" + (turn + 1);
  }

  private static String name(ServeEvent event) {
    return event.request().path().replaceAll("[^A-Za-z0-9]+", "-");
  }

  private JsonObject.Builder stub(JsonObject request, ServeEvent event) {
    var stub = new JsonObject.Builder();
    stub.add("name", new JsonString(event.request().path()));
    stub.add("request", request);
    stub.add("response", response(event));
    if (!specification.member("persist").equals(Optional.of(JsonBoolean.of(false)))) {
      stub.add("persistent", JsonBoolean.of(true));
    }
    return stub;
  }

  private JsonObject request(ReceivedRequest request) {
    var json = new JsonObject.Builder();
    json.add("url", new JsonString(request.target()));
    json.add("method", new JsonString(request.method()));
    if (specification.member("captureHeaders").orElse(null) instanceof JsonObject captured) {
      var headers = new JsonObject.Builder();
      captured
          .members()
          .forEach(
              (name, options) ->
                  request.header(name).stream()
                      .findFirst()
                      .ifPresent(value -> headers.add(name, equalTo(value, options))));
      json.add("headers", headers.build());
    }
    if (request.message().body().size() > 0) {
      json.add("bodyPatterns", JsonArray.of(body(request)));
    }
    return json.build();
  }

  private static JsonObject equalTo(String value, JsonValue options) {
    var pattern = new JsonObject.Builder();
    pattern.add("equalTo", new JsonString(value));
    if (options instanceof JsonObject object && object.has("caseInsensitive")) {
      pattern.add("caseInsensitive", object.member("caseInsensitive").orElseThrow());
    }
    return pattern.build();
  }

  private JsonObject body(ReceivedRequest request) {
    String type =
        request.header("Content-Type").stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
    var pattern = new JsonObject.Builder();
    if (type.contains("json") && request.body().json().isPresent()) {
      JsonObject options =
          specification.member("requestBodyPattern").orElse(null) instanceof JsonObject object
              ? object
              : JsonObject.EMPTY;
      pattern.add("equalToJson", new JsonString(request.body().text()));
      pattern.add(
          "ignoreArrayOrder", options.member("ignoreArrayOrder").orElse(JsonBoolean.of(true)));
      pattern.add(
          "ignoreExtraElements",
          options.member("ignoreExtraElements").orElse(JsonBoolean.of(true)));
    } else if (type.contains("xml")) {
      pattern.add("equalToXml", new JsonString(request.body().text()));
    } else if (isText(request.message().body())) {
      pattern.add("equalTo", new JsonString(request.body().text()));
    } else {
      pattern.add("binaryEqualTo", new JsonString(base64(request.message().body())));
    }
    return pattern.build();
  }

  private static boolean isText(Bytes bytes) {
    return Bytes.utf8(bytes.utf8()).equals(bytes);
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  private static JsonObject response(ServeEvent event) {
    var json = new JsonObject.Builder();
    json.add("status", JsonNumber.of(event.response().status()));
    Bytes body = event.response().body();
    boolean isCoded =
        event.response().headers().stream()
            .anyMatch(h -> h.name().equalsIgnoreCase("Content-Encoding"));
    if (body.size() > 0) {
      boolean isText = isText(body) && !isCoded;
      json.add(isText ? "body" : "base64Body", new JsonString(isText ? body.utf8() : base64(body)));
    }
    List<Header> kept =
        event.response().headers().stream()
            .filter(
                header ->
                    (isCoded && header.name().equalsIgnoreCase("Content-Encoding"))
                        || !LEFT_OUT.contains(header.name().toLowerCase(Locale.ROOT)))
            .map(
                header ->
                    SECRET.contains(header.name().toLowerCase(Locale.ROOT))
                        ? new Header(header.name(), "redacted")
                        : header)
            .toList();
    if (!kept.isEmpty()) {
      json.add("headers", EventJson.headers(kept));
    }
    return json.build();
  }
}
