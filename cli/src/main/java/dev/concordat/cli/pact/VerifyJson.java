package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.contracts.pact.verification.InteractionResult;
import dev.concordat.contracts.pact.verification.VerificationFailure;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.stream.Stream;

/// A verification as JSON.
final class VerifyJson {
  private VerifyJson() {}

  static JsonObject of(List<Verified> all, VerifyRequest request) {
    boolean isBroken = all.stream().anyMatch(Verified::isBroken);
    return JsonObject.EMPTY
        .with("verdict", new JsonString(isBroken ? "findings" : "holds"))
        .with("provider", new JsonString(all.getFirst().offered().pact().provider()))
        .with("url", new JsonString(request.url().toString()))
        .with("version", new JsonString(request.version().number().orElse("")))
        .with("pacts", list(all.stream().map(VerifyJson::pact)));
  }

  private static JsonObject pact(Verified one) {
    var offered = one.offered();
    return JsonObject.EMPTY
        .with("consumer", new JsonString(offered.pact().consumer()))
        .with("source", new JsonString(offered.source().map(it -> it.address()).orElse("")))
        .with("file", new JsonString(offered.pact().file()))
        .with("chosen", new JsonString(offered.standing().why()))
        .with("pending", JsonBoolean.of(offered.standing().isPending()))
        .with("wip", JsonBoolean.of(offered.standing().isWip()))
        .with("success", JsonBoolean.of(one.verification().isSuccessful()))
        .with("published", JsonBoolean.of(one.published().isPresent()))
        .with(
            "interactions",
            list(one.verification().results().stream().map(it -> interaction(one, it))));
  }

  private static JsonObject interaction(Verified one, InteractionResult result) {
    List<ProviderState> states = result.interaction().header().states();
    return JsonObject.EMPTY
        .with("description", new JsonString(result.interaction().description()))
        .with("states", list(states.stream().map(it -> new JsonString(it.name()))))
        .with("state", new JsonString(one.state(result).name()))
        .with("place", place(result.interaction().place()))
        .with("failures", list(result.failures().stream().map(VerifyJson::failure)))
        .with("warnings", list(result.warnings().stream().map(JsonString::new)));
  }

  private static JsonObject failure(VerificationFailure failure) {
    JsonObject json = JsonObject.EMPTY.with("summary", new JsonString(failure.summary()));
    return failure instanceof VerificationFailure.Differs(_, List<Mismatch> mismatches)
        ? json.with("mismatches", list(mismatches.stream().map(VerifyJson::mismatch)))
        : json.with("details", list(failure.details().stream().map(JsonString::new)));
  }

  private static JsonObject mismatch(Mismatch found) {
    return JsonObject.EMPTY
        .with("part", new JsonString(found.part().label()))
        .with("path", new JsonString(found.path()))
        .with("message", new JsonString(found.message()))
        .with("expected", new JsonString(found.expected()))
        .with("actual", new JsonString(found.actual()))
        .with("rule", new JsonString(found.rule()))
        .with("place", place(found.place()));
  }

  private static JsonObject place(Place place) {
    return JsonObject.EMPTY
        .with("file", new JsonString(place.file()))
        .with("line", JsonNumber.of(place.line()))
        .with("column", JsonNumber.of(place.column()))
        .with("pointer", new JsonString(place.pointer()));
  }

  private static JsonArray list(Stream<? extends JsonValue> items) {
    return new JsonArray(items.map(it -> (JsonValue) it).toList());
  }
}
