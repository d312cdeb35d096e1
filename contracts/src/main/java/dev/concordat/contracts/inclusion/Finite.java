package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
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
    return possible == null ? Optional.empty() : Optional.of(tried(possible, conditions, accepts));
  }

  private static Outcome tried(
      Set<JsonValue> values, List<Condition> conditions, Predicate<JsonValue> accepts) {
    var sorted = new ArrayList<JsonValue>(values);
    sorted.sort(Finite::inOrder);
    for (JsonValue value : sorted) {
      if (!isExcluded(value, conditions) && accepts.test(value)) {
        return new Outcome.Found(value);
      }
    }
    return Outcome.NONE;
  }

  /// Shorter ones first.
  private static int inOrder(JsonValue a, JsonValue b) {
    String first = a.toString();
    String second = b.toString();
    int byLength = Integer.compare(first.length(), second.length());
    return byLength != 0 ? byLength : first.compareTo(second);
  }

  static boolean isExcluded(JsonValue value, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Among(Set<JsonValue> values, boolean isPositive)
          && !isPositive
          && values.contains(value)) {
        return true;
      }
    }
    return false;
  }
}
