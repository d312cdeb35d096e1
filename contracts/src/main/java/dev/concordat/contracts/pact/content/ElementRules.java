package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.xml.XmlElement;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.ValueMatcher;
import java.util.Optional;

/// What rules say about an XML element as such: mostly its name.
final class ElementRules {
  private ElementRules() {}

  static Optional<String> check(
      MatchingRule rule,
      XmlElement expected,
      XmlElement actual,
      boolean isCascaded,
      ValueMatcher values) {
    return switch (rule) {
      case MatchingRule.Type type -> type(type, expected, actual, isCascaded);
      case MatchingRule.Equality() -> sameName(expected, actual, "equal to");
      case MatchingRule.Regex ignored when !isCascaded -> byText(rule, expected, actual, values);
      case MatchingRule.NotEmpty() when !isCascaded ->
          actual.children().isEmpty() && actual.text().isEmpty()
              ? Optional.of("Expected '" + actual.written() + "' to not be empty")
              : Optional.empty();
      default -> sameName(expected, actual, "equal to");
    };
  }

  private static Optional<String> type(
      MatchingRule.Type rule, XmlElement expected, XmlElement actual, boolean isCascaded) {
    Optional<String> name = sameName(expected, actual, "the same type as");
    return name.isPresent() || isCascaded
        ? name
        : rule.failureForSize(actual.children().size(), "'" + actual.written() + "'");
  }

  private static Optional<String> sameName(
      XmlElement expected, XmlElement actual, String relation) {
    return expected.name().equals(actual.name())
        ? Optional.empty()
        : Optional.of(
            String.format(
                "Expected '%s' to be %s '%s'", actual.written(), relation, expected.written()));
  }

  /// A pattern written for an element is for its text where it has any, else for its name.
  private static Optional<String> byText(
      MatchingRule rule, XmlElement expected, XmlElement actual, ValueMatcher values) {
    if (!expected.text().isEmpty()) {
      return sameName(expected, actual, "equal to");
    }
    return values.text(RuleList.of(rule), expected.written(), actual.written()).stream()
        .map(failure -> failure.message())
        .findFirst();
  }
}
