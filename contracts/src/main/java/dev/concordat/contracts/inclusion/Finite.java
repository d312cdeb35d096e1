package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where conditions name the values that are possible, each is tried: the validator decides.
final class Finite {
  private Finite() {}

  static Optional<Outcome> solve(List<Condition> conditions, Predicate<JsonValue> accepts) {
    Set<JsonValue> possible = null;
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Among(Set<JsonValue> values, boolean isPositive)
          && isPositive) {
        if (possible == null) {
          possible = new HashSet<>(values);
        } else {
          possible.retainAll(values);
        }
      }
    }
    return Optional.ofNullable(possible).map(values -> tried(values, conditions, accepts));
  }

  private static Outcome tried(
      Set<JsonValue> values, List<Condition> conditions, Predicate<JsonValue> accepts) {
    return values.stream()
        .sorted(Finite::inOrder)
        .filter(value -> !isExcluded(value, conditions))
        .filter(accepts)
        .findFirst()
        .<Outcome>map(Outcome.Found::new)
        .orElse(Outcome.NONE);
  }

  /// Shorter ones first.
  private static int inOrder(JsonValue a, JsonValue b) {
    String first = a.toString();
    String second = b.toString();
    int byLength = Integer.compare(first.length(), second.length());
    return byLength != 0 ? byLength : first.compareTo(second);
  }

  static boolean isExcluded(JsonValue value, List<Condition> conditions) {
    return conditions.stream()
        .anyMatch(
            condition ->
                condition instanceof Condition.Among(Set<JsonValue> values, boolean isPositive)
                    && !isPositive
                    && values.contains(value));
  }
}
