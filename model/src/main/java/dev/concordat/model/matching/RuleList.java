package dev.concordat.model.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rules for one path.
///
/// @param isCascaded whether they were written for a parent; bounds on sizes then do not apply
public record RuleList(List<MatchingRule> rules, Combine combine, boolean isCascaded) {
  public RuleList {
    rules = List.copyOf(rules);
  }

  /// How several rules for one path work together.
  public enum Combine {
    /// All hold.
    AND,
    /// One is enough.
    OR
  }

  public static RuleList of(MatchingRule... rules) {
    return new RuleList(List.of(rules), Combine.AND, false);
  }

  RuleList cascaded() {
    return new RuleList(rules, combine, true);
  }

  boolean has(Class<? extends MatchingRule> kind) {
    return rules.stream().anyMatch(kind::isInstance);
  }

  /// What the rules object to; empty when they hold.
  public List<Failure> check(Function<MatchingRule, Optional<String>> test) {
    var failures = new ArrayList<Failure>();
    for (MatchingRule rule : rules) {
      Optional<String> failure = test.apply(rule);
      if (failure.isPresent()) {
        failures.add(new Failure(rule, failure.get()));
      } else if (combine == Combine.OR) {
        return List.of();
      }
    }
    return List.copyOf(failures);
  }
}
