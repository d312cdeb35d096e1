package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What rules say about an object or a list as a whole; what they say about its parts is compared part by part.
final class ContainerRules {
  private ContainerRules() {}

  static Optional<String> check(
      MatchingRule rule, JsonValue expected, JsonValue actual, boolean isCascaded) {
    return switch (rule) {
      case MatchingRule.Type type when !isCascaded -> Sizes.check(type.min(), type.max(), actual);
      case MatchingRule.Equality() ->
          TextRules.unless(
              JsonEquality.same(expected, actual),
              () ->
                  String.format(
                      "Expected %s to be equal to %s",
                      TypeName.withType(actual), TypeName.withType(expected)));
      case MatchingRule.NotEmpty() when !isCascaded ->
          TextRules.unless(
              !isEmpty(actual),
              () -> String.format("Expected %s to not be empty", TypeName.withType(actual)));
      case MatchingRule.Null() when !isCascaded ->
          Optional.of("Expected " + TypeName.withType(actual) + " to be a null value");
      case MatchingRule unsuitable
          when !isCascaded && actual instanceof JsonObject && isForValues(unsuitable) ->
          Optional.of("Unable to match " + TypeName.withType(actual) + " using " + rule.name());
      default -> Optional.empty();
    };
  }

  private static boolean isForValues(MatchingRule rule) {
    return rule instanceof MatchingRule.Numeric
        || rule instanceof MatchingRule.Truth
        || rule instanceof MatchingRule.Temporal
        || rule instanceof MatchingRule.Semver
        || rule instanceof MatchingRule.Include;
  }

  private static boolean isEmpty(JsonValue value) {
    return switch (value) {
      case JsonArray array -> array.items().isEmpty();
      case JsonObject object -> object.members().isEmpty();
      default -> false;
    };
  }

  /// Whether the rules compare a map whatever its keys are.
  static boolean ignoresKeys(RuleList list) {
    return list.has(MatchingRule.Values.class)
        || list.has(MatchingRule.EachValue.class)
        || list.has(MatchingRule.EachKey.class);
  }

  /// The rules of `eachValue` for the values; without any, values are compared by type.
  static RuleList forEach(List<MatchingRule> rules) {
    return new RuleList(
        rules.isEmpty() ? List.of(MatchingRule.Type.PLAIN) : rules, RuleList.Combine.AND, false);
  }
}
