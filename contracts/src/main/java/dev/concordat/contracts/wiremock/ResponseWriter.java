package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what a mapping answers.
final class ResponseWriter {
  private final List<Problem> lost;

  ResponseWriter(List<Problem> lost) {
    this.lost = lost;
  }

  JsonObject write(StubResponse response) {
    var members = new LinkedHashMap<String, JsonValue>();
    switch (response) {
      case StubResponse.Stated stated -> stated(stated, members);
      case StubResponse.Proxied proxied ->
          members.put("proxyBaseUrl", new JsonString(proxied.target()));
      case StubResponse.Broken broken -> members.put("fault", new JsonString(broken.fault()));
      case StubResponse.Computed computed ->
          lost.add(Lost.of(computed.place(), "a response made by " + computed.by()));
    }
    Optional<Duration> delay = response.delay();
    delay.ifPresent(time -> members.put("fixedDelayMilliseconds", JsonNumber.of(time.toMillis())));
    return new JsonObject(members);
  }

  private static void stated(StubResponse.Stated stated, Map<String, JsonValue> members) {
    members.put("status", JsonNumber.of(stated.status()));
    if (!stated.headers().isEmpty()) {
      members.put("headers", headers(stated.headers()));
    }
    switch (stated.body()) {
      case StubBody.None ignored -> {}
      case StubBody.InFile(String name) -> members.put("bodyFileName", new JsonString(name));
      case StubBody.Inline(Bytes bytes) -> put(bytes, members);
    }
    if (stated.isTemplated()) {
      members.put("transformers", JsonArray.of(new JsonString("response-template")));
    }
  }

  /// Bytes that are UTF-8 as text, others in Base64.
  private static void put(Bytes bytes, Map<String, JsonValue> members) {
    String text = bytes.utf8();
    if (Bytes.utf8(text).equals(bytes)) {
      members.put("body", new JsonString(text));
    } else {
      String base64 = Base64.getEncoder().encodeToString(bytes.toArray());
      members.put("base64Body", new JsonString(base64));
    }
  }

  private static JsonObject headers(List<Header> headers) {
    var byName = new LinkedHashMap<String, List<JsonValue>>();
    for (Header header : headers) {
      byName
          .computeIfAbsent(header.name(), none -> new ArrayList<>())
          .add(new JsonString(header.value()));
    }
    var members = new LinkedHashMap<String, JsonValue>();
    byName.forEach(
        (name, values) ->
            members.put(name, values.size() == 1 ? values.getFirst() : new JsonArray(values)));
    return new JsonObject(members);
  }
}
