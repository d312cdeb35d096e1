package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.Generator;
import dev.concordat.contracts.pact.HeaderValues;
import dev.concordat.contracts.pact.MatchingRules;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.pact.content.FormText;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes requests, responses and messages.
final class MessageJson {
  private final PactVersion version;
  private final Losses losses;
  private final Place place;
  private final BodyJson bodies;

  MessageJson(PactVersion version, Losses losses, Place place) {
    this.version = version;
    this.losses = losses;
    this.place = place;
    this.bodies = new BodyJson(version, losses, place);
  }

  JsonObject request(ExpectedRequest request) {
    JsonObject json =
        JsonObject.EMPTY
            .with("method", new JsonString(request.method()))
            .with("path", new JsonString(request.path()));
    json = query(json, request);
    json = headers(json, request.headers());
    json = body(json, "body", request.body(), request.bodyType(), request.contentType());
    return extras(json, request.rules(), request.headers().keySet(), request.generators());
  }

  JsonObject response(ExpectedResponse response) {
    JsonObject json = JsonObject.EMPTY.with("status", JsonNumber.of(response.status()));
    json = headers(json, response.headers());
    json = body(json, "body", response.body(), response.bodyType(), response.contentType());
    return extras(json, response.rules(), response.headers().keySet(), response.generators());
  }

  JsonObject message(ExpectedMessage message) {
    Map<String, JsonValue> metadata = new LinkedHashMap<>(message.metadata());
    boolean isWrapped = version.isAtLeast(PactVersion.V4);
    if (!isWrapped && !message.bodyType().isEmpty()) {
      metadata.putIfAbsent("contentType", new JsonString(message.bodyType()));
    }
    JsonObject json =
        body(
            JsonObject.EMPTY,
            "contents",
            message.body(),
            message.bodyType(),
            message.contentType());
    if (!metadata.isEmpty()) {
      json = json.with(isWrapped ? "metadata" : "metaData", new JsonObject(metadata));
    }
    return extras(json, message.rules(), Set.of(), message.generators());
  }

  private JsonObject body(
      JsonObject json,
      String member,
      ExpectedBody body,
      String ownType,
      Optional<String> statedType) {
    return bodies.of(body, ownType, statedType).map(value -> json.with(member, value)).orElse(json);
  }

  private JsonObject query(JsonObject json, ExpectedRequest request) {
    if (request.query().isEmpty() && request.queryText().isEmpty()) {
      return json;
    }
    if (version.isAtLeast(PactVersion.V3)) {
      Map<String, JsonValue> all = new LinkedHashMap<>();
      request.query().forEach((name, values) -> all.put(name, strings(values)));
      return json.with("query", new JsonObject(all));
    }
    String text =
        request.queryText().isEmpty() ? FormText.of(request.query()) : request.queryText();
    return json.with("query", new JsonString(text));
  }

  private JsonObject headers(JsonObject json, Map<String, List<String>> headers) {
    if (headers.isEmpty()) {
      return json;
    }
    Map<String, JsonValue> all = new LinkedHashMap<>();
    headers.forEach((name, values) -> all.put(name, header(name, values)));
    return json.with("headers", new JsonObject(all));
  }

  /// Lists in version 4; before, one text, but for values that reading would not take apart again.
  private JsonValue header(String name, List<String> values) {
    String joined = String.join(", ", values);
    boolean isOneText =
        !version.isAtLeast(PactVersion.V4) && HeaderValues.of(name, List.of(joined)).equals(values);
    return isOneText ? new JsonString(joined) : strings(values);
  }

  private static JsonArray strings(List<String> values) {
    return new JsonArray(values.stream().map(value -> (JsonValue) new JsonString(value)).toList());
  }

  private JsonObject extras(
      JsonObject json, MatchingRules rules, Set<String> headers, List<Generator> generators) {
    JsonObject all = json;
    JsonObject written = new RulesJson(version, losses, place, headers).of(rules);
    if (!written.members().isEmpty()) {
      all = all.with("matchingRules", written);
    }
    if (generators.isEmpty()) {
      return all;
    }
    if (!version.isAtLeast(PactVersion.V3)) {
      losses.lost(place, "generators", PactVersion.V3);
      return all;
    }
    return all.with("generators", generators(generators));
  }

  private static JsonObject generators(List<Generator> generators) {
    JsonObject all = JsonObject.EMPTY;
    for (Generator generator : generators) {
      JsonObject one = JsonObject.EMPTY.with("type", new JsonString(generator.type()));
      for (var attribute : generator.attributes().members().entrySet()) {
        one = one.with(attribute.getKey(), attribute.getValue());
      }
      JsonObject category =
          all.member(generator.category()).orElse(JsonObject.EMPTY) instanceof JsonObject known
              ? known
              : JsonObject.EMPTY;
      all =
          all.with(
              generator.category(),
              generator.path().isEmpty() ? one : category.with(generator.path(), one));
    }
    return all;
  }
}
