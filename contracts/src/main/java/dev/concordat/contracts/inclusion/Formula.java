package dev.concordat.contracts.inclusion;

import java.util.List;

/// What values of one kind must be: conditions joined by and and or. Negations stand only inside conditions.
sealed interface Formula {
  Formula TRUE = new And(List.of());
  Formula FALSE = new Or(List.of());

  Formula negated();

  record And(List<Formula> parts) implements Formula {
    @Override
    public Formula negated() {
      return or(parts.stream().map(Formula::negated).toList());
    }
  }

  record Or(List<Formula> parts) implements Formula {
    @Override
    public Formula negated() {
      return and(parts.stream().map(Formula::negated).toList());
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
    List<Formula> told = parts.stream().filter(part -> !part.equals(TRUE)).toList();
    return told.size() == 1 ? told.getFirst() : new And(told);
  }

  static Formula or(List<Formula> parts) {
    if (parts.contains(TRUE)) {
      return TRUE;
    }
    List<Formula> open = parts.stream().filter(part -> !part.equals(FALSE)).toList();
    return open.size() == 1 ? open.getFirst() : new Or(open);
  }

  static Formula of(Condition condition) {
    return new Is(condition);
  }

  static Formula of(boolean truth) {
    return truth ? TRUE : FALSE;
  }
}
