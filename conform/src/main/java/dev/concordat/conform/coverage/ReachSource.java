package dev.concordat.conform.coverage;

import dev.concordat.cases.OperationCase;
import dev.concordat.cases.OperationCases;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Overheard;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.explain.Explanations;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests that should succeed, until one does: the documented examples, the smallest, the fullest. At most a few of each
/// operation: what else could be tried is tried later.
public final class ReachSource implements Source {
  private static final int MAX_FIRST = 4;

  private final OperationCases cases;
  private final boolean isAuthenticated;
  private final Explanations explanations;
  private final Function<Trial, Experiment> experiments;

  /// @param isAuthenticated whether requests will carry credentials of somebody who exists
  /// @param experiments makes an experiment of one request
  public ReachSource(
      OperationCases cases,
      boolean isAuthenticated,
      Explanations explanations,
      Function<Trial, Experiment> experiments) {
    this.cases = cases;
    this.isAuthenticated = isAuthenticated;
    this.explanations = explanations;
    this.experiments = experiments;
  }

  @Override
  public Phase phase() {
    return Phase.REACH;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return new First(operation, memory);
  }

  private final class First implements Iterator<Experiment> {
    private final HttpOperation operation;
    private final Memory memory;
    private @Nullable List<OperationCase> all;
    private int taken;

    First(HttpOperation operation, Memory memory) {
      this.operation = operation;
      this.memory = memory;
    }

    /// Made when the turn comes, with what operations before have shown by then.
    private List<OperationCase> all() {
      List<OperationCase> made = all;
      if (made == null) {
        made = cases.first(operation, explanations.knowing(new Knowledge(memory)), isAuthenticated);
        all = made;
      }
      return made;
    }

    @Override
    public boolean hasNext() {
      boolean isReached = taken > 0 && memory.lastSuccess(operation).isPresent();
      return !isReached && taken < MAX_FIRST && taken < all().size();
    }

    @Override
    public Experiment next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Trial trial = Trials.of(all().get(taken++));
      return new Overheard(experiments.apply(trial), explanations::hear);
    }
  }
}
