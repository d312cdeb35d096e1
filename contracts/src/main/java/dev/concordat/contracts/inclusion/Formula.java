package dev.concordat.contracts.inclusion;

import java.util.ArrayList;
import java.util.List;

/// What values of one kind must be: conditions joined by and and or. Negations stand only inside conditions.
sealed interface Formula {
  Formula TRUE = new And(List.of());
  Formula FALSE = new Or(List.of());

  Formula negated();

  record And(List<Formula> parts) implements Formula {
    @Override
    public Formula negated() {
      return or(allNegated(parts));
    }
  }

  record Or(List<Formula> parts) implements Formula {
    @Override
    public Formula negated() {
      return and(allNegated(parts));
    }
  }

  record Is(Condition condition) implements Formula {
    @Override
    public Formula negated() {
      return new Is(condition.negated());
    }
  }

  static Formula and(List<Formula> parts) {
    if (parts.contains(FALSE)) {
      return FALSE;
    }
    List<Formula> told = without(TRUE, parts);
    return told.size() == 1 ? told.getFirst() : new And(told);
  }

  static Formula or(List<Formula> parts) {
    if (parts.contains(TRUE)) {
      return TRUE;
    }
    List<Formula> open = without(FALSE, parts);
    return open.size() == 1 ? open.getFirst() : new Or(open);
  }

  private static List<Formula> allNegated(List<Formula> parts) {
    var negated = new ArrayList<Formula>(parts.size());
    for (Formula part : parts) {
      negated.add(part.negated());
    }
    return negated;
  }

  private static List<Formula> without(Formula truth, List<Formula> parts) {
    var others = new ArrayList<Formula>(parts.size());
    for (Formula part : parts) {
      if (!part.equals(truth)) {
        others.add(part);
      }
    }
    return others;
  }

  static Formula of(Condition condition) {
    return new Is(condition);
  }

  static Formula of(boolean truth) {
    return truth ? TRUE : FALSE;
  }
}
