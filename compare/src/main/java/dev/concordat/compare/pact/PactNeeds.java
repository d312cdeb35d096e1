package dev.concordat.compare.pact;

import dev.concordat.compare.need.Example;
import dev.concordat.compare.need.HttpNeed;
import dev.concordat.compare.need.MemorySchemas;
import dev.concordat.compare.need.NeededBody;
import dev.concordat.compare.need.NeededResponse;
import dev.concordat.compare.need.SentRequest;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.Generator;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.contracts.pact.content.BodyTypes;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a pact says its consumer needs.
public final class PactNeeds {
  private PactNeeds() {}

  /// The calls over HTTP, in the order of the file.
  public static List<HttpNeed> http(PactContract pact) {
    return pact.httpInteractions().stream().map(PactNeeds::of).toList();
  }

  /// The call of one interaction.
  public static HttpNeed of(HttpInteraction interaction) {
    var schemas = new MemorySchemas();
    return new HttpNeed(
        name(interaction),
        new PactSentences(interaction),
        request(interaction.request(), schemas),
        Optional.of(response(interaction.response(), schemas)));
  }

  /// What to call an interaction: its description, and the states that tell it from others.
  static String name(PactInteraction interaction) {
    String states =
        interaction.header().states().stream()
            .map(ProviderState::name)
            .collect(Collectors.joining(", "));
    String description = interaction.description();
    return states.isEmpty() ? description : description + " (given " + states + ")";
  }

  private static SentRequest request(ExpectedRequest request, MemorySchemas schemas) {
    Bytes body = request.body().bytes();
    var message =
        new HttpRequestMessage(
            request.method().toUpperCase(Locale.ROOT),
            target(request),
            headers(request.headers(), request.bodyType(), body),
            body);
    return new SentRequest(
        message,
        json(request.body(), request.contentType())
            .or(() -> written(request))
            .map(value -> new Example(value, request.rules().body(), schemas)),
        Optional.empty(),
        Map.of(),
        true,
        new Replaced(request.generators())::isReplaced);
  }

  private static String target(ExpectedRequest request) {
    String path = request.path().startsWith("/") ? request.path() : "/" + request.path();
    List<String> fields = new ArrayList<>();
    request
        .query()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> fields.add(Percent.encode(name) + "=" + Percent.encode(value))));
    return fields.isEmpty() ? path : path + "?" + String.join("&", fields);
  }

  private static List<Header> headers(
      Map<String, List<String>> stated, String bodyType, Bytes body) {
    List<Header> headers = new ArrayList<>();
    stated.forEach((name, values) -> values.forEach(v -> headers.add(new Header(name, v))));
    boolean isTyped = headers.stream().anyMatch(h -> h.name().equalsIgnoreCase("content-type"));
    if (!isTyped && !bodyType.isEmpty() && body.size() > 0) {
      headers.add(new Header("Content-Type", bodyType));
    }
    return headers;
  }

  private static NeededResponse response(ExpectedResponse response, MemorySchemas schemas) {
    RuleSet rules = response.rules().body();
    return new NeededResponse(
        response.status(),
        response.rules().status().any(),
        headers(response.headers(), response.bodyType(), response.body().bytes()),
        response.rules().headers(),
        switch (response.body()) {
          case ExpectedBody.Unstated() -> new NeededBody.Unstated();
          case ExpectedBody.None() -> new NeededBody.None();
          case ExpectedBody.Present(Bytes bytes) ->
              json(response.body(), response.contentType())
                  .<NeededBody>map(
                      value -> new NeededBody.Json(new Example(value, rules, schemas), bytes))
                  .orElseGet(() -> new NeededBody.Other(bytes));
        });
  }

  /// The body as a value, where its type says JSON or, without a type, where it is JSON.
  private static Optional<JsonValue> json(ExpectedBody body, Optional<String> type) {
    Bytes bytes = body.bytes();
    boolean isJson =
        bytes.size() > 0
            && type.map(BodyTypes::parse)
                .map(BodyTypes::isJson)
                .orElseGet(() -> BodyTypes.isJson(BodyTypes.sniff(bytes.toArray())));
    return isJson ? JsonParser.parse(bytes.toArray()).value() : Optional.empty();
  }

  /// A form that the file writes as an object.
  private static Optional<JsonValue> written(ExpectedRequest request) {
    Optional<MediaType> type = request.contentType().map(BodyTypes::parse);
    boolean isForm = type.filter(it -> it.isForm() || it.isMultipart()).isPresent();
    return isForm && request.node() instanceof ObjectNode message
        ? message
            .get("body")
            .filter(ObjectNode.class::isInstance)
            .map(Node::toJson)
            .filter(JsonObject.class::isInstance)
            .filter(body -> !((JsonObject) body).has("content"))
        : Optional.empty();
  }

  /// Values that are made anew each time, by what makes them.
  private record Replaced(List<Generator> generators) {
    boolean isReplaced(String part, String pointer) {
      return generators.stream().anyMatch(generator -> Generated.isAt(generator, part, pointer));
    }
  }
}
