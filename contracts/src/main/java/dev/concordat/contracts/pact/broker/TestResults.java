package dev.concordat.contracts.pact.broker;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.verification.InteractionResult;
import dev.concordat.contracts.pact.verification.Verification;
import dev.concordat.contracts.pact.verification.VerificationFailure;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/// The results of a verification in the broker's words.
final class TestResults {
  private TestResults() {}

  /// One entry for every interaction that the broker knows by an identity.
  static JsonArray of(Verification verification) {
    return new JsonArray(
        verification.results().stream()
            .filter(result -> !id(result).isEmpty())
            .map(result -> (JsonValue) json(result))
            .toList());
  }

  private static String id(InteractionResult result) {
    return result.interaction().header().brokerId();
  }

  private static JsonObject json(InteractionResult result) {
    JsonObject json = JsonObject.EMPTY.with("interactionId", new JsonString(id(result)));
    if (!result.holds()) {
      List<JsonValue> mismatches =
          result.failures().stream().flatMap(TestResults::mismatches).toList();
      json =
          json.with("interactionDescription", new JsonString(result.interaction().description()))
              .with("mismatches", new JsonArray(mismatches));
    }
    return json.with("success", new JsonBoolean(result.holds()));
  }

  private static Stream<JsonValue> mismatches(VerificationFailure failure) {
    return failure instanceof VerificationFailure.Differs differs
        ? differs.mismatches().stream().map(found -> entry(found.part().label(), text(found)))
        : Stream.of(entry("request", failure.summary() + ": " + failure.details()));
  }

  private static String text(Mismatch mismatch) {
    return mismatch.path().isEmpty()
        ? mismatch.message()
        : mismatch.path() + ": " + mismatch.message();
  }

  private static JsonValue entry(String attribute, String description) {
    return JsonObject.EMPTY
        .with("attribute", new JsonString(attribute))
        .with("description", new JsonString(description));
  }
}
