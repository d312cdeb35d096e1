package dev.concordat.compare.stub;

import dev.concordat.compare.need.Example;
import dev.concordat.compare.need.HttpNeed;
import dev.concordat.compare.need.MemorySchemas;
import dev.concordat.compare.need.NeededBody;
import dev.concordat.compare.need.NeededResponse;
import dev.concordat.compare.need.SentRequest;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.SampleRequests;
import dev.concordat.contracts.stub.SampleRequests.Sample;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stubs say their consumer sends and is prepared for.
public final class StubNeeds {
  private static final SampleRequests SAMPLES = new SampleRequests();

  private StubNeeds() {}

  /// The calls that stubs stand for, in the order of the file. Stubs for which no request could be made, and answers that
  /// only their tool knows, are left out.
  public static List<HttpNeed> of(StubContract stubs, OpenApiContract provider) {
    return stubs.stubs().stream().flatMap(stub -> of(stub, provider).stream()).toList();
  }

  static Optional<HttpNeed> of(Stub stub, OpenApiContract provider) {
    return sample(stub, provider).map(request -> of(stub, request));
  }

  /// A request that the stub answers; empty where none could be made.
  static Optional<HttpRequestMessage> sample(Stub stub, OpenApiContract provider) {
    return SAMPLES.sample(stub.request(), provider).map(Sample::request);
  }

  private static HttpNeed of(Stub stub, HttpRequestMessage sample) {
    var schemas = new MemorySchemas();
    boolean isRecorded = stub.request().sample().isPresent();
    return new HttpNeed(
        stub.title(),
        new StubSentences(stub),
        new SentRequest(
            sample,
            json(sample.body()).map(value -> new Example(value, RuleSet.EMPTY, schemas)),
            part(stub).map(value -> new Example(value, RuleSet.EMPTY, schemas)),
            Map.of(),
            isRecorded,
            (part, pointer) -> false),
        stub.response().flatMap(response -> needed(response, schemas)));
  }

  /// What a pattern says that the body has, among other things. Placeholders of json-unit stand for more than themselves.
  private static Optional<JsonValue> part(Stub stub) {
    return stub.request()
        .on(RequestPart.BODY)
        .map(RequestCondition.On::pattern)
        .filter(ValuePattern.Json.class::isInstance)
        .map(ValuePattern.Json.class::cast)
        .filter(ValuePattern.Json::ignoresExtra)
        .map(ValuePattern.Json::expected)
        .filter(expected -> !expected.toString().contains("${json-unit."))
        .findFirst();
  }

  private static Optional<NeededResponse> needed(StubResponse response, MemorySchemas schemas) {
    return switch (response) {
      case StubResponse.Stated stated ->
          Optional.of(
              new NeededResponse(
                  stated.status(),
                  Optional.empty(),
                  stated.headers(),
                  RuleSet.EMPTY,
                  body(stated, schemas)));
      case StubResponse.Proxied ignored -> Optional.empty();
      case StubResponse.Broken ignored -> Optional.empty();
      case StubResponse.Computed ignored -> Optional.empty();
    };
  }

  private static NeededBody body(StubResponse.Stated stated, MemorySchemas schemas) {
    if (stated.isTemplated()) {
      return new NeededBody.Unstated();
    }
    return switch (stated.body()) {
      case StubBody.None() -> new NeededBody.Unstated();
      case StubBody.InFile ignored -> new NeededBody.Unstated();
      case StubBody.Inline(Bytes bytes) ->
          json(bytes)
              .<NeededBody>map(
                  value -> new NeededBody.Json(new Example(value, RuleSet.EMPTY, schemas), bytes))
              .orElseGet(
                  () ->
                      bytes.size() == 0 ? new NeededBody.Unstated() : new NeededBody.Other(bytes));
    };
  }

  /// An object or a list; other texts may be JSON by chance.
  private static Optional<JsonValue> json(Bytes bytes) {
    return bytes.size() == 0
        ? Optional.empty()
        : JsonParser.parse(bytes.toArray())
            .value()
            .filter(value -> value instanceof JsonObject || value instanceof JsonArray);
  }
}
