package dev.concordat.model.matching;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Comparing two JSON objects: first their keys, then their values.
final class MapMatching {
  private final JsonMatcher matcher;
  private final DocumentPath path;
  private final JsonObject expected;
  private final JsonObject actual;

  MapMatching(JsonMatcher matcher, DocumentPath path, JsonObject expected, JsonObject actual) {
    this.matcher = matcher;
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }

  void run(Set<Difference> found) {
    Optional<RuleList> list = matcher.rules().best(path);
    if (list.isEmpty()) {
      keys(found);
      expectedValues(found);
      return;
    }
    List<Set<Difference>> outcomes = new ArrayList<>();
    for (MatchingRule rule : list.get().rules()) {
      Set<Difference> outcome = new LinkedHashSet<>();
      apply(rule, list.get().isCascaded(), outcome);
      outcomes.add(outcome);
    }
    boolean oneHolds = outcomes.stream().anyMatch(Set::isEmpty);
    if (list.get().combine() == RuleList.Combine.AND || !oneHolds) {
      outcomes.forEach(found::addAll);
    }
  }

  private void apply(MatchingRule rule, boolean isCascaded, Set<Difference> found) {
    if (!isCascaded && rule instanceof MatchingRule.EachValue(List<MatchingRule> each)) {
      RuleSet inner =
          matcher.rules().with(PathExpression.childrenOf(path), ContainerRules.forEach(each));
      everyValue(matcher.under(inner), found);
    } else if (!isCascaded && rule instanceof MatchingRule.Values) {
      everyValue(matcher, found);
    } else {
      ContainerRules.check(rule, expected, actual, isCascaded)
          .ifPresent(message -> report(rule.name(), message, found));
      keys(found);
      expectedValues(found);
    }
    if (!isCascaded && rule instanceof MatchingRule.EachKey(List<MatchingRule> each)) {
      eachKey(each, found);
    }
  }

  private void everyValue(JsonMatcher inner, Set<Difference> found) {
    Optional<JsonValue> example = expected.members().values().stream().findFirst();
    actual
        .members()
        .forEach(
            (key, value) ->
                expected
                    .member(key)
                    .or(() -> example)
                    .ifPresent(wanted -> inner.compare(path.field(key), wanted, value, found)));
  }

  private void eachKey(List<MatchingRule> each, Set<Difference> found) {
    RuleList list = new RuleList(each, RuleList.Combine.AND, false);
    for (String key : actual.members().keySet()) {
      for (Failure failure : matcher.values().text(list, "", key)) {
        found.add(
            JsonMatcher.difference(
                path.field(key),
                expected,
                new JsonString(key),
                failure.rule().name(),
                failure.message()));
      }
    }
  }

  private void expectedValues(Set<Difference> found) {
    expected
        .members()
        .forEach(
            (key, wanted) ->
                actual
                    .member(key)
                    .ifPresent(value -> matcher.compare(path.field(key), wanted, value, found)));
  }

  private void keys(Set<Difference> found) {
    if (matcher.rules().exact(path).filter(ContainerRules::ignoresKeys).isPresent()) {
      return;
    }
    Set<String> wanted = expected.members().keySet();
    Set<String> present = actual.members().keySet();
    if (matcher.allowsUnexpected()) {
      wanted.stream().filter(key -> !present.contains(key)).forEach(key -> missing(key, found));
    } else if (wanted.isEmpty() && !present.isEmpty()) {
      report("equality", "Expected an empty Map but received " + actual, found);
    } else if (!wanted.equals(present)) {
      String message =
          String.format(
              "Expected a Map with keys %s but received one with keys %s",
              wanted.stream().sorted().toList(), present.stream().sorted().toList());
      report("equality", message, found);
    }
  }

  private void missing(String key, Set<Difference> found) {
    found.add(
        new Difference(
            path.field(key).toString(),
            String.valueOf(expected.members().get(key)),
            "",
            "equality",
            "Actual map is missing the following keys: " + key));
  }

  private void report(String rule, String message, Set<Difference> found) {
    found.add(JsonMatcher.difference(path, expected, actual, rule, message));
  }
}
