package dev.concordat.conform.coverage;

import dev.concordat.cases.KnownValues;
import dev.concordat.cases.OperationCase;
import dev.concordat.cases.OperationCases;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Overheard;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.explain.AllRefused;
import dev.concordat.conform.explain.Explanations;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/// Everything that follows from the contract of one operation: the sentences broken one by one, between them valid requests
/// in which every two choices meet. What breaks a sentence comes more often, because it shows more faults a request.
public final class CoverageSource implements Source {
  /// After so many negative cases comes a valid one.
  private static final int NEGATIVES_A_POSITIVE = 2;

  /// So many valid requests are tried first where none succeeded yet, because nothing else shows much until one does.
  private static final int FIRST_POSITIVES = 4;

  private final OperationCases cases;
  private final boolean isAuthenticated;
  private final Explanations explanations;
  private final Function<Trial, Experiment> experiments;

  /// @param isAuthenticated whether requests will carry credentials of somebody who exists
  /// @param experiments makes an experiment of one request
  public CoverageSource(
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
    return Phase.COVERAGE;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return new Covering(operation, memory);
  }

  private final class Covering implements Iterator<Experiment> {
    private final HttpOperation operation;
    private final Memory memory;
    private final Iterator<OperationCase> shown;
    private final Iterator<OperationCase> positives;
    private final Iterator<OperationCase> negatives;
    private int taken;
    private boolean isEnded;

    Covering(HttpOperation operation, Memory memory) {
      this.operation = operation;
      this.memory = memory;
      KnownValues known = explanations.knowing(new Knowledge(memory));
      this.shown = cases.first(operation, known, isAuthenticated).iterator();
      this.positives = cases.positives(operation, known);
      this.negatives = cases.negatives(operation, known);
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
        return new AllRefused(operation, explanations);
      }
      taken++;
      return new Overheard(experiments.apply(Trials.of(next.get())), explanations::hear);
    }

    private Optional<OperationCase> choose() {
      boolean isReached = memory.lastSuccess(operation).isPresent();
      boolean isPositiveTurn =
          taken % (NEGATIVES_A_POSITIVE + 1) == NEGATIVES_A_POSITIVE
              || (!isReached && taken < FIRST_POSITIVES);
      if (!isPositiveTurn && negatives.hasNext()) {
        return Optional.of(negatives.next());
      }
      while (shown.hasNext()) {
        OperationCase next = shown.next();
        if (!explanations.isHeard(operation, next.id())) {
          return Optional.of(next);
        }
      }
      if (positives.hasNext()) {
        return Optional.of(positives.next());
      }
      return negatives.hasNext() ? Optional.of(negatives.next()) : Optional.empty();
    }
  }
}
