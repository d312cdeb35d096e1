package dev.concordat.conform.coverage;

import dev.concordat.cases.KnownValues;
import dev.concordat.cases.OperationCase;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.explain.AllRefused;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that follows from the contract of one operation: the sentences broken one by one, between them valid requests
/// in which every two choices meet. What breaks a sentence comes more often, because it shows more faults a request.
public final class CoverageSource implements Source {
  /// After so many negative cases comes a valid one.
  private static final int NEGATIVES_A_POSITIVE = 2;

  /// So many valid requests are tried first where none succeeded yet, because nothing else shows much until one does.
  private static final int FIRST_POSITIVES = 4;

  private final CaseExperiments made;

  public CoverageSource(CaseExperiments made) {
    this.made = made;
  }

  @Override
  public Phase phase() {
    return Phase.COVERAGE;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return new Covering(operation, memory);
  }

  /// What one operation's requests come from.
  ///
  /// @param shown the first requests that were not sent yet
  private record Iterators(
      Iterator<OperationCase> shown,
      Iterator<OperationCase> positives,
      Iterator<OperationCase> negatives) {}

  private final class Covering implements Iterator<Experiment> {
    private final HttpOperation operation;
    private final Memory memory;
    private @Nullable Iterators iterators;
    private int taken;
    private boolean isEnded;

    Covering(HttpOperation operation, Memory memory) {
      this.operation = operation;
      this.memory = memory;
    }

    /// Made when the turn comes, so that breadth does not wait for it.
    private Iterators iterators() {
      Iterators from = iterators;
      if (from == null) {
        KnownValues known = made.known(memory);
        from =
            new Iterators(
                made.first(operation, known).iterator(),
                made.cases().positives(operation, known),
                made.cases().negatives(operation, known));
        iterators = from;
      }
      return from;
    }

    @Override
    public boolean hasNext() {
      return !isEnded;
    }

    /// When nothing is left, what all refusals together mean is looked at.
    @Override
    public Experiment next() {
      if (isEnded) {
        throw new NoSuchElementException();
      }
      Optional<OperationCase> next = choose();
      if (next.isEmpty()) {
        isEnded = true;
        return new AllRefused(operation, made.explanations());
      }
      taken++;
      return made.of(next.get());
    }

    private Optional<OperationCase> choose() {
      Iterators from = iterators();
      boolean isReached = memory.lastSuccess(operation).isPresent();
      boolean isPositiveTurn =
          taken % (NEGATIVES_A_POSITIVE + 1) == NEGATIVES_A_POSITIVE
              || (!isReached && taken < FIRST_POSITIVES);
      if (!isPositiveTurn && from.negatives().hasNext()) {
        return Optional.of(from.negatives().next());
      }
      while (from.shown().hasNext()) {
        OperationCase next = from.shown().next();
        if (!made.explanations().isHeard(operation, next.id())) {
          return Optional.of(next);
        }
      }
      if (from.positives().hasNext()) {
        return Optional.of(from.positives().next());
      }
      return from.negatives().hasNext() ? Optional.of(from.negatives().next()) : Optional.empty();
    }
  }
}
