package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Takes formulas apart into conditions, case by case. An `or` of which one part holds anyway is done with; one of whose
/// parts only one is possible is no case; the rest is tried part by part, the shortest first.
final class Cases {
  private final Search search;
  private final KindSolver solver;
  private final Predicate<JsonValue> accepts;

  Cases(Search search, KindSolver solver, Predicate<JsonValue> accepts) {
    this.search = search;
    this.solver = solver;
    this.accepts = accepts;
  }

  Outcome solve(List<Formula> formulas) {
    return solve(new LinkedHashSet<>(), new ArrayList<>(), formulas);
  }

  private Outcome solve(Set<Condition> conditions, List<Formula.Or> choices, List<Formula> more) {
    search.step();
    for (Formula formula : more) {
      if (!add(formula, conditions, choices)) {
        return Outcome.NONE;
      }
    }
    List<Formula.Or> open = choices;
    boolean changes = true;
    while (changes && !open.isEmpty()) {
      changes = false;
      List<Formula.Or> left = new ArrayList<>();
      boolean isFinal = !declares(open);
      List<Condition> known = List.copyOf(conditions);
      for (Formula.Or choice : open) {
        Formula rest = simplified(choice, known, isFinal);
        if (rest instanceof Formula.Or or && !or.parts().isEmpty()) {
          keep(or, left);
        } else {
          if (!add(rest, conditions, left)) {
            return Outcome.NONE;
          }
          if (conditions.size() > known.size()) {
            known = List.copyOf(conditions);
          }
          changes = true;
        }
      }
      open = left;
    }
    return open.isEmpty()
        ? solver.solve(List.copyOf(conditions), accepts)
        : branch(conditions, open);
  }

  private Outcome branch(Set<Condition> conditions, List<Formula.Or> open) {
    // What a sender declares is known only when every choice is made.
    if (!declares(conditions, open)) {
      // None without the choices is none with them; and what the validator accepts is a value of
      // the whole state, though one that a choice leads to may tell more.
      Optional<Outcome> alone = alone(List.copyOf(conditions));
      if (alone.isPresent()) {
        return alone.get();
      }
    }
    Formula.Or chosen = open.stream().min(Cases::inOrder).orElseThrow();
    Outcome best = Outcome.NONE;
    for (Formula part : chosen.parts()) {
      List<Formula.Or> others = new ArrayList<>(open);
      others.remove(chosen);
      Outcome outcome = solve(new LinkedHashSet<>(conditions), others, List.of(part));
      if (outcome instanceof Outcome.Found) {
        return outcome;
      }
      best = outcome instanceof Outcome.Unknown ? outcome : best;
    }
    return best;
  }

  /// What a sender means comes first: what it does not declare decides much of the rest. Then the fewest cases.
  private static int inOrder(Formula.Or a, Formula.Or b) {
    int byDeclared = Boolean.compare(declares(b), declares(a));
    return byDeclared != 0 ? byDeclared : Integer.compare(a.parts().size(), b.parts().size());
  }

  private Optional<Outcome> alone(List<Condition> conditions) {
    if (solver.isPlain()) {
      return solver.isNone(conditions, accepts) ? Optional.of(Outcome.NONE) : Optional.empty();
    }
    return Optional.of(solver.solve(conditions, accepts))
        .filter(outcome -> !(outcome instanceof Outcome.Unknown));
  }

  private static boolean declares(Set<Condition> conditions, List<Formula.Or> open) {
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Declares) {
        return true;
      }
    }
    return declares(open);
  }

  private static boolean declares(List<? extends Formula> formulas) {
    for (Formula formula : formulas) {
      if (declares(formula)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(Formula formula) {
    return switch (formula) {
      case Formula.Is(Condition condition) -> condition instanceof Condition.Declares;
      case Formula.And(List<Formula> parts) -> declares(parts);
      case Formula.Or(List<Formula> parts) -> declares(parts);
    };
  }

  /// Sorts a formula into conditions and choices; false when it cannot hold.
  private static boolean add(Formula formula, Set<Condition> conditions, List<Formula.Or> choices) {
    return switch (formula) {
      case Formula.And(List<Formula> parts) -> {
        for (Formula part : parts) {
          if (!add(part, conditions, choices)) {
            yield false;
          }
        }
        yield true;
      }
      case Formula.Is(Condition condition) -> {
        conditions.add(condition);
        yield !conditions.contains(condition.negated())
            || condition instanceof Condition.Beyond
            || condition instanceof Condition.Declares;
      }
      case Formula.Or or -> {
        keep(or, choices);
        yield !or.parts().isEmpty();
      }
    };
  }

  private static void keep(Formula.Or choice, List<Formula.Or> choices) {
    if (!choices.contains(choice)) {
      choices.add(choice);
    }
  }

  private Formula simplified(Formula.Or choice, List<Condition> conditions, boolean isFinal) {
    var open = new ArrayList<Formula>();
    for (Formula part : choice.parts()) {
      switch (status(part, conditions, isFinal)) {
        case HOLDS -> {
          return Formula.TRUE;
        }
        case FAILS -> {}
        case OPEN -> open.add(part);
      }
    }
    return Formula.or(open);
  }

  private KindSolver.Status status(Formula formula, List<Condition> conditions, boolean isFinal) {
    return switch (formula) {
      case Formula.Is(Condition condition) -> {
        search.step();
        yield solver.status(conditions, condition, isFinal);
      }
      case Formula.And(List<Formula> parts) -> {
        boolean holds = true;
        for (Formula part : parts) {
          KindSolver.Status status = status(part, conditions, isFinal);
          if (status == KindSolver.Status.FAILS) {
            yield KindSolver.Status.FAILS;
          }
          holds &= status == KindSolver.Status.HOLDS;
        }
        yield holds ? KindSolver.Status.HOLDS : KindSolver.Status.OPEN;
      }
      case Formula.Or(List<Formula> parts) -> {
        boolean fails = true;
        for (Formula part : parts) {
          KindSolver.Status status = status(part, conditions, isFinal);
          if (status == KindSolver.Status.HOLDS) {
            yield KindSolver.Status.HOLDS;
          }
          fails &= status == KindSolver.Status.FAILS;
        }
        yield fails ? KindSolver.Status.FAILS : KindSolver.Status.OPEN;
      }
    };
  }
}
