package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.MatchingRules;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.place.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Writes matching rules: one list of path expressions in version 2, categories since version 3.
final class RulesJson {
  private final PactVersion version;
  private final Losses losses;
  private final Place place;
  private final Map<String, String> headers = new LinkedHashMap<>();

  /// @param headers the headers' names as written; rules know them in lower case
  RulesJson(PactVersion version, Losses losses, Place place, Set<String> headers) {
    this.version = version;
    this.losses = losses;
    this.place = place;
    headers.forEach(name -> this.headers.put(name.toLowerCase(Locale.ROOT), name));
  }

  JsonObject of(MatchingRules rules) {
    if (rules.equals(MatchingRules.NONE)) {
      return JsonObject.EMPTY;
    }
    if (version.isAtLeast(PactVersion.V3)) {
      return categories(rules);
    }
    if (version.isAtLeast(PactVersion.V2)) {
      return flat(rules);
    }
    losses.lost(place, "matching rules", PactVersion.V2);
    return JsonObject.EMPTY;
  }

  private JsonObject categories(MatchingRules rules) {
    JsonObject all = JsonObject.EMPTY;
    all = whole(all, "path", rules.path());
    all = named(all, "query", rules.query());
    all = named(all, "header", rules.headers());
    all = byPath(all, rules.body());
    all = whole(all, "status", rules.status());
    return named(all, "metadata", rules.metadata());
  }

  private static JsonObject whole(JsonObject all, String category, RuleSet rules) {
    return rules.any().map(list -> all.with(category, RuleJson.list(list))).orElse(all);
  }

  private static JsonObject byPath(JsonObject all, RuleSet rules) {
    return rules.isEmpty() ? all : all.with("body", RuleJson.byPath(rules));
  }

  private JsonObject named(JsonObject all, String category, RuleSet rules) {
    JsonObject content = JsonObject.EMPTY;
    for (var entry : rules.byPath().entrySet()) {
      content = content.with(name(category, entry.getKey()), RuleJson.list(entry.getValue()));
    }
    return rules.isEmpty() ? all : all.with(category, content);
  }

  /// `X-Test`, `id[0]`, or a path expression where it is more than a name.
  private String name(String category, PathExpression path) {
    String first = path.firstName();
    String rest = path.withoutFirstName().canonical().substring(1);
    boolean isPosition = rest.isEmpty() || (path.names().size() == 2 && rest.startsWith("["));
    if (first.isEmpty() || first.startsWith("$") || !isPosition) {
      return path.canonical();
    }
    return (category.equals("header") ? headers.getOrDefault(first, first) : first) + rest;
  }

  private JsonObject flat(MatchingRules rules) {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    flat(all, "$.path", rules.path());
    flat(all, "$.query", rules.query());
    flat(all, "$.headers", rules.headers());
    flat(all, "$.body", rules.body());
    if (!rules.status().isEmpty()) {
      losses.lost(place, "matching rules for the status", PactVersion.V4);
    }
    return new JsonObject(all);
  }

  private void flat(Map<String, JsonValue> all, String category, RuleSet rules) {
    rules
        .byPath()
        .forEach(
            (path, list) -> {
              if (list.rules().size() > 1) {
                losses.lost(place, "several matchers for one place", PactVersion.V3);
              }
              all.put(
                  category + path.canonical().substring(1), RuleJson.rule(list.rules().getFirst()));
            });
  }
}
