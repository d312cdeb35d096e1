package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Comparing two JSON arrays.
final class ListMatching {
  private final JsonMatcher matcher;
  private final DocumentPath path;
  private final JsonArray expected;
  private final JsonArray actual;

  ListMatching(JsonMatcher matcher, DocumentPath path, JsonArray expected, JsonArray actual) {
    this.matcher = matcher;
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }

  void run(Set<Difference> found) {
    Optional<RuleList> list = matcher.rules().best(path);
    if (list.isEmpty()) {
      byIndex(found);
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
    switch (rule) {
      case MatchingRule.ArrayContains(List<MatchingRule.ArrayContains.Variant> variants)
          when !isCascaded ->
          arrayContains(variants, found);
      case MatchingRule.EachValue(List<MatchingRule> each) when !isCascaded ->
          likeTheExample(
              matcher.under(
                  matcher
                      .rules()
                      .with(PathExpression.childrenOf(path), ContainerRules.forEach(each))),
              found);
      case MatchingRule.IgnoreOrder order -> {
        if (!isCascaded) {
          Sizes.check(order.min(), order.max(), actual)
              .ifPresent(message -> report(order, message, found));
        }
        new UnorderedMatching(matcher, path, expected, actual).run(order, found);
      }
      default -> {
        ContainerRules.check(rule, expected, actual, isCascaded)
            .ifPresent(message -> report(rule, message, found));
        likeTheExample(matcher, found);
      }
    }
  }

  /// Items beyond the expected ones are compared with the first expected one.
  private void likeTheExample(JsonMatcher inner, Set<Difference> found) {
    List<JsonValue> wanted = expected.items();
    for (int i = 0; i < actual.items().size() && !wanted.isEmpty(); i++) {
      JsonValue example = wanted.get(i < wanted.size() ? i : 0);
      inner.compare(path.item(i), example, actual.items().get(i), found);
    }
  }

  private void byIndex(Set<Difference> found) {
    List<JsonValue> wanted = expected.items();
    List<JsonValue> present = actual.items();
    if (wanted.isEmpty() && !present.isEmpty()) {
      report(new MatchingRule.Equality(), "Expected an empty List but received " + actual, found);
      return;
    }
    for (int i = 0; i < Math.min(wanted.size(), present.size()); i++) {
      matcher.compare(path.item(i), wanted.get(i), present.get(i), found);
    }
    if (wanted.size() != present.size()) {
      String message =
          String.format(
              "Expected a List with %d elements but received %d elements",
              wanted.size(), present.size());
      report(new MatchingRule.Equality(), message, found);
    }
  }

  private void arrayContains(
      List<MatchingRule.ArrayContains.Variant> variants, Set<Difference> found) {
    for (MatchingRule.ArrayContains.Variant variant : orAll(variants)) {
      if (variant.index() >= expected.items().size()) {
        continue;
      }
      JsonValue wanted = expected.items().get(variant.index());
      JsonMatcher inner = matcher.under(variant.rules());
      boolean isThere =
          actual.items().stream()
              .anyMatch(item -> inner.match(DocumentPath.ROOT, wanted, item).isEmpty());
      if (!isThere) {
        String message =
            String.format(
                "Variant at index %d (%s) was not found in the actual list",
                variant.index(), Canonical.of(wanted));
        found.add(JsonMatcher.difference(path, wanted, actual, "arrayContains", message));
      }
    }
  }

  /// Without variants every expected item is one, compared by equality.
  private List<MatchingRule.ArrayContains.Variant> orAll(
      List<MatchingRule.ArrayContains.Variant> variants) {
    if (!variants.isEmpty()) {
      return variants;
    }
    var all = new ArrayList<MatchingRule.ArrayContains.Variant>();
    for (int i = 0; i < expected.items().size(); i++) {
      all.add(new MatchingRule.ArrayContains.Variant(i, RuleSet.EMPTY));
    }
    return all;
  }

  private void report(MatchingRule rule, String message, Set<Difference> found) {
    found.add(JsonMatcher.difference(path, expected, actual, rule.name(), message));
  }
}
