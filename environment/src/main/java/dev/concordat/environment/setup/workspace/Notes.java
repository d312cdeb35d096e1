package dev.concordat.environment.setup.workspace;

import dev.concordat.environment.setup.Fact;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What was found while reading, in the order of finding. Saying a thing twice counts once. Not thread-safe.
public final class Notes {
  private final SequencedSet<Fact> facts = new LinkedHashSet<>();
  private final SequencedSet<Problem> problems = new LinkedHashSet<>();

  public void fact(String subject, String statement, Place place, Sureness sureness) {
    facts.add(new Fact(subject, statement, place, sureness));
  }

  public void problem(Problem problem) {
    problems.add(problem);
  }

  public List<Fact> facts() {
    return new ArrayList<>(facts);
  }

  public List<Problem> problems() {
    return new ArrayList<>(problems);
  }
}
