package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Compares an actual JSON value with an expected one under matching rules, and reports every difference in the tree.
public final class JsonMatcher {
  private final RuleSet rules;
  private final boolean allowsUnexpected;
  private final ValueMatcher values;

  /// @param allowsUnexpected whether members that are not expected are allowed: yes in responses and messages, no in
  ///     requests
  public JsonMatcher(RuleSet rules, boolean allowsUnexpected, ValueMatcher values) {
    this.rules = rules;
    this.allowsUnexpected = allowsUnexpected;
    this.values = values;
  }

  /// Every difference, in the order of the expected document.
  public List<Difference> match(JsonValue expected, JsonValue actual) {
    return match(DocumentPath.ROOT, expected, actual);
  }

  /// The same for a value that stands somewhere in a larger document.
  public List<Difference> match(DocumentPath path, JsonValue expected, JsonValue actual) {
    Set<Difference> found = new LinkedHashSet<>();
    compare(path, expected, actual, found);
    return List.copyOf(found);
  }

  void compare(DocumentPath path, JsonValue expected, JsonValue actual, Set<Difference> found) {
    if (expected instanceof JsonObject object && actual instanceof JsonObject other) {
      new MapMatching(this, path, object, other).run(found);
    } else if (expected instanceof JsonArray array && actual instanceof JsonArray other) {
      new ListMatching(this, path, array, other).run(found);
    } else if (isContainer(expected) && !isAllowedInstead(path, expected, actual)) {
      String message =
          String.format(
              "Type mismatch: Expected %s to be the same type as %s",
              TypeName.withType(actual), TypeName.withType(expected));
      found.add(difference(path, expected, actual, "type", message));
    } else if (!isContainer(expected)) {
      RuleList list = rules.best(path).orElse(RuleList.of(new MatchingRule.Equality()));
      for (Failure failure : values.json(list, expected, actual)) {
        found.add(difference(path, expected, actual, failure.rule().name(), failure.message()));
      }
    }
  }

  private static boolean isContainer(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  /// Alternatives (`combine: OR`) and the null rule may admit something else in the place of an object or a list.
  private boolean isAllowedInstead(DocumentPath path, JsonValue expected, JsonValue actual) {
    return rules
        .best(path)
        .filter(list -> !list.isCascaded())
        .filter(list -> list.combine() == RuleList.Combine.OR || list.has(MatchingRule.Null.class))
        .filter(list -> values.json(list, expected, actual).isEmpty())
        .isPresent();
  }

  static Difference difference(
      DocumentPath path, JsonValue expected, JsonValue actual, String rule, String message) {
    return new Difference(path.toString(), expected.toString(), actual.toString(), rule, message);
  }

  /// The same comparison under other rules.
  JsonMatcher under(RuleSet others) {
    return new JsonMatcher(others, allowsUnexpected, values);
  }

  RuleSet rules() {
    return rules;
  }

  boolean allowsUnexpected() {
    return allowsUnexpected;
  }

  ValueMatcher values() {
    return values;
  }
}
