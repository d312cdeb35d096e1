package dev.concordat.standin.pact;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.standin.refusal.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says why no interaction answers a request, as a problem (RFC 9457).
record PactRefusals(PactContract pact) {
  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  /// What differs from the interaction that comes nearest: 400, or 404 where not even method and path are one's.
  HttpResponseMessage of(Optional<PactJudge.NearMiss> nearest) {
    if (nearest.isEmpty()) {
      return problem(NOT_FOUND, pact.file() + " has no interaction over HTTP", List.of());
    }
    PactJudge.NearMiss miss = nearest.get();
    String named =
        "'"
            + miss.interaction().description()
            + "' ("
            + miss.interaction().place().shortForm()
            + ")";
    return miss.isSameTarget()
        ? problem(BAD_REQUEST, "the request differs from " + named, miss.mismatches())
        : problem(
            NOT_FOUND,
            "no interaction has this method and path; the nearest is "
                + named
                + ": "
                + miss.interaction().request().method()
                + " "
                + miss.interaction().request().path(),
            miss.mismatches());
  }

  /// Interactions have the request, but in other states.
  HttpResponseMessage otherState(List<HttpInteraction> matching, List<String> now) {
    String states =
        matching.stream()
            .map(
                interaction ->
                    interaction.header().states().stream()
                        .map(ProviderState::name)
                        .collect(Collectors.joining("' and '", "'", "'")))
            .distinct()
            .collect(Collectors.joining(", or "));
    return problem(
        CONFLICT,
        "the provider state is " + now + ", and this request has an answer in " + states + " only",
        List.of());
  }

  HttpResponseMessage unknownState(String name, List<String> known) {
    return problem(
        BAD_REQUEST,
        "no interaction has the provider state '" + name + "'." + DidYouMean.sentence(name, known),
        List.of());
  }

  private static HttpResponseMessage problem(int status, String detail, List<Mismatch> mismatches) {
    return new Problem(status, detail, mismatches.stream().map(PactRefusals::json).toList())
        .response();
  }

  private static JsonValue json(Mismatch mismatch) {
    return JsonObject.EMPTY
        .with("part", new JsonString(mismatch.part().label()))
        .with("path", new JsonString(mismatch.path()))
        .with("message", new JsonString(mismatch.message()))
        .with("sentence", new JsonString(mismatch.place().shortForm()));
  }
}
