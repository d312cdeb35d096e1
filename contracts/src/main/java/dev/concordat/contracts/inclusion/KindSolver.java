package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Finds a value of one kind for conditions that must all hold.
interface KindSolver {
  /// A value, or that there is none.
  ///
  /// @param accepts whether a value does all that the state claims, by the validator; a value is found only if it does
  Outcome solve(List<Condition> conditions, Predicate<JsonValue> accepts);

  /// Whether there is none; asked for alone it may cost less.
  default boolean isNone(List<Condition> conditions, Predicate<JsonValue> accepts) {
    return solve(conditions, accepts) instanceof Outcome.None;
  }

  /// Whether values have no values inside, so that looking at one more case costs little.
  default boolean isPlain() {
    return false;
  }

  /// Whether a further condition holds of every value that the others allow, of none, or neither is known.
  ///
  /// @param isFinal whether all that a sender declares is among the conditions
  default Status status(List<Condition> conditions, Condition further, boolean isFinal) {
    if (further instanceof Condition.Beyond) {
      return Status.OPEN;
    }
    if (conditions.contains(further)) {
      return Status.HOLDS;
    }
    if (isNone(conditions, further)) {
      return Status.FAILS;
    }
    return isNone(conditions, further.negated()) ? Status.HOLDS : Status.OPEN;
  }

  private boolean isNone(List<Condition> conditions, Condition further) {
    var all = new ArrayList<Condition>(conditions);
    all.add(further);
    return isNone(all, value -> true);
  }

  enum Status {
    HOLDS,
    FAILS,
    OPEN
  }
}
