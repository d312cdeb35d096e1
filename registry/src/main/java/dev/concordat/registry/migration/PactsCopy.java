package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.PactContent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Copies the pacts between a consumer and a provider, the oldest first, with the verification results of each content.
record PactsCopy(Door from, Door to, Journal journal) {
  private static final Pattern SHA = Pattern.compile("/pact-version/([^/?]+)");
  private static final List<String> PARTS = List.of("interactions", "messages");

  void copy(String consumer, String provider) throws MigrationFailure {
    String pair = Door.path("pacts", "provider", provider, "consumer", consumer);
    Set<String> there = new HashSet<>();
    for (JsonObject known : Pages.all(to, pair + "/versions", "pacts")) {
      number(known).ifPresent(there::add);
    }
    Set<String> verified = new HashSet<>();
    for (JsonObject listed : Pages.all(from, pair + "/versions", "pacts").reversed()) {
      Optional<String> number = number(listed);
      if (number.isEmpty()) {
        continue;
      }
      String path = pair + Door.path("version", number.get());
      Optional<JsonObject> pact = from.get(path);
      if (pact.isEmpty()) {
        journal.problem(path + " is listed and not there");
        continue;
      }
      Optional<String> sha = sha(pact.get());
      PactContent content = content(pact.get(), sha);
      if (there.contains(number.get())) {
        journal.known("pacts");
      } else {
        journal.note(
            "pacts",
            consumer + " " + number.get() + " " + provider,
            to.change("PUT", path, content.document(), Resource.moment(pact.get(), "createdAt")));
      }
      if (sha.filter(name -> !name.equals(content.sha())).isPresent()) {
        journal.problem(
            path
                + " is called "
                + content.sha()
                + " here and "
                + sha.get()
                + " there: its text differs");
      }
      if (verified.add(content.sha())) {
        new ResultsCopy(from, to, journal).copy(consumer, provider, number.get(), content.sha());
      }
    }
  }

  private static Optional<String> number(JsonObject listed) {
    return Resource.text(listed, "_embedded", "consumerVersion", "number");
  }

  private static Optional<String> sha(JsonObject pact) {
    Matcher found =
        SHA.matcher(
            Resource.text(pact, "_links", "pb:publish-verification-results", "href").orElse(""));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /// What was published, without what the broker adds: a time, links, and an id in each interaction that had none.
  private static PactContent content(JsonObject pact, Optional<String> sha) {
    PactContent whole =
        PactContent.of(pact.without("_links").without("createdAt").without("_embedded"));
    if (sha.filter(whole.sha()::equals).isPresent()) {
      return whole;
    }
    JsonObject bare = whole.document();
    for (String part : PARTS) {
      if (bare.member(part).orElse(JsonObject.EMPTY) instanceof JsonArray(var items)) {
        List<JsonValue> without =
            items.stream()
                .map(item -> item instanceof JsonObject one ? (JsonValue) one.without("_id") : item)
                .toList();
        bare = bare.with(part, new JsonArray(without));
      }
    }
    return PactContent.of(bare);
  }
}
