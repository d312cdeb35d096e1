package dev.concordat.contracts.pact.writing;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.StatusClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Writes single matching rules, and lists of them.
final class RuleJson {
  private RuleJson() {}

  static JsonObject byPath(RuleSet rules) {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    rules.byPath().forEach((path, list) -> all.put(path.canonical(), list(list)));
    return new JsonObject(all);
  }

  static JsonObject list(RuleList list) {
    return JsonObject.EMPTY
        .with("combine", new JsonString(list.combine().name()))
        .with("matchers", rules(list.rules()));
  }

  private static JsonArray rules(List<MatchingRule> rules) {
    return new JsonArray(rules.stream().map(rule -> (JsonValue) rule(rule)).toList());
  }

  static JsonObject rule(MatchingRule rule) {
    JsonObject json = JsonObject.EMPTY.with("match", new JsonString(rule.name()));
    return switch (rule) {
      case MatchingRule.Regex(String pattern) -> json.with("regex", new JsonString(pattern));
      case MatchingRule.Type(OptionalInt min, OptionalInt max) -> sized(json, min, max);
      case MatchingRule.IgnoreOrder(OptionalInt min, OptionalInt max) -> sized(json, min, max);
      case MatchingRule.Include(String value) -> json.with("value", new JsonString(value));
      case MatchingRule.Temporal temporal ->
          temporal.format().isEmpty()
              ? json
              : json.with("format", new JsonString(temporal.format()));
      case MatchingRule.EachKey(List<MatchingRule> each) -> json.with("rules", rules(each));
      case MatchingRule.EachValue(List<MatchingRule> each) -> json.with("rules", rules(each));
      case MatchingRule.ArrayContains contains -> json.with("variants", variants(contains));
      case MatchingRule.ContentType(String type) -> json.with("value", new JsonString(type));
      case MatchingRule.StatusCode status -> json.with("status", status(status));
      case MatchingRule.Unknown unknown -> unknown.attributes();
      case MatchingRule.Equality() -> json;
      case MatchingRule.Numeric ignored -> json;
      case MatchingRule.Truth() -> json;
      case MatchingRule.Null() -> json;
      case MatchingRule.Values() -> json;
      case MatchingRule.NotEmpty() -> json;
      case MatchingRule.Semver() -> json;
    };
  }

  private static JsonObject sized(JsonObject json, OptionalInt min, OptionalInt max) {
    JsonObject all = json;
    if (min.isPresent()) {
      all = all.with("min", JsonNumber.of(min.getAsInt()));
    }
    return max.isPresent() ? all.with("max", JsonNumber.of(max.getAsInt())) : all;
  }

  private static JsonArray variants(MatchingRule.ArrayContains rule) {
    return new JsonArray(
        rule.variants().stream()
            .map(
                variant ->
                    (JsonValue)
                        JsonObject.EMPTY
                            .with("index", JsonNumber.of(variant.index()))
                            .with("rules", byPath(variant.rules())))
            .toList());
  }

  private static JsonValue status(MatchingRule.StatusCode rule) {
    return rule.statusClass() == StatusClass.LISTED
        ? new JsonArray(rule.codes().stream().map(code -> (JsonValue) JsonNumber.of(code)).toList())
        : new JsonString(rule.statusClass().pactName());
  }
}
