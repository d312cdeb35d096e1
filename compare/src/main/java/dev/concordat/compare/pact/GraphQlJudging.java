package dev.concordat.compare.pact;

import dev.concordat.compare.graphql.GraphQlAnswers;
import dev.concordat.compare.need.AnswerNeeds;
import dev.concordat.compare.need.Example;
import dev.concordat.compare.need.MemorySchemas;
import dev.concordat.compare.need.PactflowCodes;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.graphql.GraphQlJudge;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a provider's GraphQL schema takes a call and may answer it as needed.
final class GraphQlJudging {
  private static final int FIRST_REFUSAL = 400;

  private final GraphQlSchemaContract provider;
  private final GraphQlJudge judge;
  private final AnswerNeeds answers;

  /// @param isDetailed whether each part of an answer that may differ is told by itself
  GraphQlJudging(GraphQlSchemaContract provider, boolean isDetailed) {
    this.provider = provider;
    this.judge = new GraphQlJudge(provider);
    this.answers = new AnswerNeeds(isDetailed);
  }

  List<Difference> differences(GraphQlCall call) {
    if (provider.executable().isEmpty()) {
      String why = "the provider's schema is broken, so that nothing can be judged by it";
      return List.of(
          open(call, AgreeNeedRules.NOT_COMPARED, Impact.UNKNOWN, Part.DOCUMENT, why, List.of()));
    }
    List<Breach> breaches = judge.request(call.body());
    if (breaches.isEmpty()) {
      return answer(call);
    }
    List<Difference> found = new ArrayList<>();
    for (Breach breach : breaches) {
      found.add(refused(call, breach));
    }
    return found;
  }

  private Difference refused(GraphQlCall call, Breach breach) {
    boolean isExpected = call.interaction().response().status() >= FIRST_REFUSAL;
    var witness =
        new Witness(
            new WitnessMessage.GraphQl(
                GraphQlCall.text(call.body(), "query").orElse(""),
                call.body().member("variables").orElse(JsonObject.EMPTY)),
            "the consumer",
            "the provider",
            breach.message(),
            List.of("graphql-java"));
    return new Difference(
        AgreeRules.BODY_REFUSED,
        isExpected ? Impact.RISKY : Impact.BREAKS,
        new Evidence.Witnessed(witness),
        new Position(call.title(), Part.REQUEST_BODY, ""),
        breach.pointer(),
        PactNeeds.name(call.interaction()) + ": " + breach.message(),
        Optional.of(new PactSentences(call.interaction()).of(Part.REQUEST_BODY, breach.pointer())),
        Optional.of(new Sentence(breach.sentence(), breach.sentenceText())),
        GraphQlCodes.of(breach),
        List.of());
  }

  private List<Difference> answer(GraphQlCall call) {
    ExpectedResponse response = call.interaction().response();
    if (response.status() >= FIRST_REFUSAL) {
      return List.of(
          open(
              call,
              AgreeNeedRules.COMPARED_BY_EXAMPLE,
              Impact.RISKY,
              Part.RESPONSE,
              "the status " + response.status() + " is not one that a schema speaks of",
              PactflowCodes.warning("response.graphql.status.unexpected")));
    }
    Optional<JsonObject> body =
        JsonParser.parse(response.body().bytes().toArray())
            .value()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast);
    if (body.isEmpty()) {
      return List.of();
    }
    if (body.get().has("errors")) {
      return List.of(
          open(
              call,
              AgreeNeedRules.COMPARED_BY_EXAMPLE,
              Impact.RISKY,
              Part.RESPONSE_BODY,
              "errors are needed, of which a schema does not speak",
              PactflowCodes.warning("response.graphql.errors.unvalidatable")));
    }
    JsonValue data = body.get().member("data").orElse(JsonObject.EMPTY);
    return data == JsonNull.NULL
        ? List.of(
            open(
                call,
                AgreeNeedRules.COMPARED_BY_EXAMPLE,
                Impact.RISKY,
                Part.RESPONSE_BODY,
                "no data are needed",
                PactflowCodes.warning("response.graphql.data.null")))
        : data(call, body.get());
  }

  private List<Difference> data(GraphQlCall call, JsonObject body) {
    Optional<JsonObject> schema =
        call.document()
            .flatMap(document -> GraphQlAnswers.schemaOf(provider, document, call.operationName()));
    if (schema.isEmpty()) {
      String why = "the answers to this operation are too large to be compared";
      return List.of(
          open(
              call,
              AgreeNeedRules.NOT_COMPARED,
              Impact.UNKNOWN,
              Part.RESPONSE_BODY,
              why,
              List.of()));
    }
    var needed =
        new Example(body, call.interaction().response().rules().body(), new MemorySchemas());
    List<Difference> found =
        new ArrayList<>(
            answers.differences(
                PactNeeds.name(call.interaction()),
                new PactSentences(call.interaction()),
                call.title(),
                needed,
                schema.get(),
                whole(),
                PactflowCodes.error("response.graphql.body.incompatible")));
    boolean isMatched = found.stream().allMatch(each -> each.aliases().isEmpty());
    if (isMatched) {
      found.add(matched(call));
    }
    return found;
  }

  private Difference matched(GraphQlCall call) {
    return new Difference(
        AgreeNeedRules.NEED_MET,
        Impact.SAFE,
        new Evidence.Proved("the operation fits the schema, and the answer may come"),
        new Position(call.title(), Part.OPERATION, ""),
        "",
        PactNeeds.name(call.interaction()) + ": the operation can be answered as needed",
        Optional.of(new PactSentences(call.interaction()).of(Part.REQUEST_BODY, "")),
        Optional.of(whole()),
        PactflowCodes.info("graphql.operation.matched"),
        List.of());
  }

  private Difference open(
      GraphQlCall call, Rule rule, Impact impact, Part part, String why, List<Alias> aliases) {
    return new Difference(
        rule,
        impact,
        new Evidence.Undecided(why, List.of()),
        new Position(call.title(), part, ""),
        "",
        PactNeeds.name(call.interaction()) + ": " + why,
        Optional.of(new PactSentences(call.interaction()).of(part, "")),
        Optional.of(whole()),
        aliases,
        List.of());
  }

  private Sentence whole() {
    return new Sentence(Place.of(provider.file()), provider.title());
  }
}
