package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Trial;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// An experiment whose exchanges somebody listens to when it is done for the first time. When it is done again, to confirm or
/// to shrink what it found, nobody does.
public final class Overheard implements Experiment {
  private final Experiment experiment;
  private final Consumer<Exchange> listener;
  private final AtomicBoolean isDone = new AtomicBoolean();

  public Overheard(Experiment experiment, Consumer<Exchange> listener) {
    this.experiment = experiment;
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
  public List<Suspicion> run(Conversation talk) {
    return isDone.getAndSet(true)
        ? experiment.run(talk)
        : experiment.run(new Listening(talk, listener));
  }

  @Override
  public Optional<Trial> single() {
    return experiment.single();
  }

  @Override
  public List<Experiment> smaller() {
    return experiment.smaller();
  }
}
