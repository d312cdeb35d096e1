package dev.concordat.contracts.pact.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Which pacts a provider asks a broker for.
///
/// @param selectors which consumer versions count, in the broker's words; none leaves it to the broker
/// @param includesPending whether pacts that never held may fail without failing the whole
/// @param wipSince the day from which on work in progress of consumers is included: `2026-01-31`; empty for none
/// @param branch of the version that is verified
/// @param tags of the version that is verified
public record PactQuestion(
    String provider,
    List<JsonObject> selectors,
    boolean includesPending,
    Optional<String> wipSince,
    Optional<String> branch,
    List<String> tags) {
  public PactQuestion {
    selectors = List.copyOf(selectors);
    tags = List.copyOf(tags);
  }

  /// What the broker takes to be the usual.
  public static PactQuestion of(String provider) {
    return new PactQuestion(
        provider, List.of(), false, Optional.empty(), Optional.empty(), List.of());
  }

  public PactQuestion withSelectors(List<JsonObject> chosen) {
    return new PactQuestion(provider, chosen, includesPending, wipSince, branch, tags);
  }

  public PactQuestion withPending(boolean isIncluded) {
    return new PactQuestion(provider, selectors, isIncluded, wipSince, branch, tags);
  }

  JsonObject body() {
    JsonObject body =
        JsonObject.EMPTY
            .with(
                "consumerVersionSelectors",
                new JsonArray(selectors.stream().map(it -> (JsonValue) it).toList()))
            .with("includePendingStatus", new JsonBoolean(includesPending));
    if (wipSince.isPresent()) {
      body = body.with("includeWipPactsSince", new JsonString(wipSince.get()));
    }
    if (branch.isPresent()) {
      body = body.with("providerVersionBranch", new JsonString(branch.get()));
    }
    return tags.isEmpty()
        ? body
        : body.with(
            "providerVersionTags",
            new JsonArray(tags.stream().map(it -> (JsonValue) new JsonString(it)).toList()));
  }
}
