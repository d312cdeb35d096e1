package dev.concordat.model.matching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The matching rules for one part of a message: its body, its headers, its query. Of the rules that fit a place the most
/// specific one applies (Pact specification version 2): the product of the weights of its tokens (2 exact, 1 wildcard)
/// times their number. A rule also holds for everything below its place, until a more specific one takes over.
public record RuleSet(Map<PathExpression, RuleList> byPath) {
  /// No rules: everything is compared by equality.
  public static final RuleSet EMPTY = new RuleSet(Map.of());

  public RuleSet {
    byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
  }

  /// The rules that apply at a place; of two that weigh the same, the one written first.
  public Optional<RuleList> best(DocumentPath path) {
    double bestWeight = 0;
    Optional<RuleList> best = Optional.empty();
    for (var entry : byPath.entrySet()) {
      PathExpression.Fit fit = entry.getKey().fit(path);
      if (fit.weight() > bestWeight) {
        bestWeight = fit.weight();
        RuleList rules = entry.getValue();
        best = Optional.of(fit.steps() == path.length() ? rules : rules.cascaded());
      }
    }
    return best;
  }

  /// The rules written for this very place.
  public Optional<RuleList> exact(DocumentPath path) {
    return byPath.entrySet().stream()
        .filter(entry -> entry.getKey().isExactFor(path))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// Whether any rule that fits the place compares by type.
  public boolean hasTypeRule(DocumentPath path) {
    return byPath.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue().has(MatchingRule.Type.class) && entry.getKey().fit(path).isFit());
  }

  /// The first rules, wherever they were written: for parts without places, such as a path or a status.
  public Optional<RuleList> any() {
    return byPath.values().stream().findFirst();
  }

  /// These rules and one more, which goes before those that are there.
  public RuleSet with(PathExpression path, RuleList rules) {
    var more = new LinkedHashMap<PathExpression, RuleList>();
    more.put(path, rules);
    byPath.forEach(more::putIfAbsent);
    return new RuleSet(more);
  }

  /// These rules but those written for this very place.
  public RuleSet without(DocumentPath path) {
    var fewer = new LinkedHashMap<>(byPath);
    fewer.keySet().removeIf(expression -> expression.isExactFor(path));
    return new RuleSet(fewer);
  }

  public boolean isEmpty() {
    return byPath.isEmpty();
  }
}
