package dev.concordat.model.matching;

import java.util.Optional;

/// The `statusCode` rule.
final class StatusRule {
  private StatusRule() {}

  static Optional<String> check(MatchingRule.StatusCode rule, int actual) {
    boolean holds =
        rule.statusClass() == StatusClass.LISTED
            ? rule.codes().contains(actual)
            : rule.statusClass().contains(actual);
    String wanted =
        rule.statusClass() == StatusClass.LISTED
            ? "one of " + rule.codes()
            : "a " + rule.statusClass().label();
    return TextRules.unless(
        holds, () -> String.format("Expected status code %d to be %s", actual, wanted));
  }
}
