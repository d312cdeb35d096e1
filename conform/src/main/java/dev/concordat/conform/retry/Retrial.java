package dev.concordat.conform.retry;

import dev.concordat.conform.cause.Again;
import dev.concordat.conform.cause.Again.Outcome;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Trial;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// What showed a failure in an earlier run, done again; where it does not show at once, twice more, because it may be flaky. When
/// it is done again after that, to confirm or to shrink, it is the experiment and nothing else.
final class Retrial implements Experiment {
  private static final int TIMES = 3;

  private final Experiment experiment;
  private final Failure failure;
  private final Consumer<Outcome> listener;
  private final AtomicBoolean isDone = new AtomicBoolean();

  /// @param listener is told whether the failure showed
  Retrial(Experiment experiment, Failure failure, Consumer<Outcome> listener) {
    this.experiment = experiment;
    this.failure = failure;
    this.listener = listener;
  }

  @Override
  public String id() {
    return experiment.id();
  }

  @Override
  public int requests() {
    return experiment.requests();
  }

  @Override
  public Optional<Trial> single() {
    return experiment.single();
  }

  @Override
  public List<Suspicion> run(Conversation talk) {
    if (isDone.getAndSet(true)) {
      return experiment.run(talk);
    }
    Again again = Again.of(experiment, failure, talk);
    for (int i = 1; i < TIMES && again.outcome() == Outcome.NOT_SEEN; i++) {
      Again once = Again.of(experiment, failure, talk);
      again = once.outcome() == Outcome.NOT_REACHED ? again : once;
    }
    listener.accept(again.outcome());
    return again.found();
  }

  @Override
  public List<Experiment> smaller() {
    return experiment.smaller();
  }
}
