package dev.concordat.conform.retry;

import dev.concordat.conform.cause.Again.Outcome;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What earlier runs found, tried again. What the provider's state keeps from showing at first is tried once more later, when its
/// turn comes again. Thread-safe.
public final class Retrials implements Source {
  private final List<Failure> failures;
  private final Restoring restoring;
  private final Map<Failure, Outcome> outcomes = new HashMap<>();

  public Retrials(List<Failure> failures, Restoring restoring) {
    this.failures = List.copyOf(failures);
    this.restoring = restoring;
  }

  @Override
  public Phase phase() {
    return Phase.RETRY;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return failures.stream()
        .filter(failure -> isAbout(failure, operation))
        .filter(failure -> outcome(failure) == Outcome.NOT_REACHED)
        .flatMap(failure -> again(failure).stream())
        .iterator();
  }

  /// What showed a failure, to be done again; nothing where the contract does not have it any more.
  public Optional<Experiment> again(Failure failure) {
    return restoring
        .experiment(failure)
        .map(experiment -> new Retrial(experiment, failure, outcome -> book(failure, outcome)));
  }

  private static boolean isAbout(Failure failure, HttpOperation operation) {
    return failure.experiment().startsWith(operation.id() + "/");
  }

  private synchronized void book(Failure failure, Outcome outcome) {
    outcomes.put(failure, outcome);
  }

  /// What came of it, as far as is known; {@link Outcome#NOT_REACHED} where nothing is.
  public synchronized Outcome outcome(Failure failure) {
    return outcomes.getOrDefault(failure, Outcome.NOT_REACHED);
  }
}
