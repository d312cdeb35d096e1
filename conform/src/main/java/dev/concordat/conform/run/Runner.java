package dev.concordat.conform.run;

import dev.concordat.conform.cause.Suspects;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.experiment.Source.Phase;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.wire.caller.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Goes through the phases of a run: reach every operation, try again what earlier runs found, cover what follows from the contract, settle what looks wrong,
/// fuzz, settle again.
public final class Runner {
  /// Of the whole budget, what reaching and covering may use, so that what they find can still be settled.
  private static final double COVERAGE_SHARE = 0.75;

  private static final double FIRST_SETTLING_SHARE = 0.85;

  /// With fewer requests for each operation a run is thrifty: it looks first and tries again at the end.
  private static final int FEW_FOR_ONE_OPERATION = 60;

  private static final double FUZZ_SHARE = 0.93;

  private final Shared shared;
  private final List<HttpOperation> operations;
  private final List<Source> sources;
  private final Supplier<Caller> connections;
  private final boolean isThrifty;
  private final Suspects suspects;
  private final AtomicInteger experiments = new AtomicInteger();
  private volatile boolean isComplete = true;

  /// @param operations those that are tested, in the order in which they can work
  /// @param connections makes a connection for a worker
  public Runner(
      Shared shared,
      List<HttpOperation> operations,
      List<Source> sources,
      Supplier<Caller> connections) {
    this.shared = shared;
    this.operations = List.copyOf(operations);
    this.sources = List.copyOf(sources);
    this.connections = connections;
    this.isThrifty = shared.limits().requests() < (long) FEW_FOR_ONE_OPERATION * operations.size();
    this.suspects =
        new Suspects(suspicion -> shared.tell(new RunEvent.Suspected(suspicion)), isThrifty);
  }

  /// Runs everything that the budget allows.
  public void run() {
    try (Talk talk = open()) {
      shared.budget().limitTo(isThrifty ? FIRST_SETTLING_SHARE : COVERAGE_SHARE);
      phase(Phase.REACH, talk, 1);
      phase(Phase.RETRY, talk, 1);
      Streams coverage = phase(Phase.COVERAGE, talk, shared.limits().workers());
      // What could not be tried before may be possible now.
      phase(Phase.RETRY, talk, 1);
      if (!isThrifty) {
        settle(talk, FIRST_SETTLING_SHARE);
      }
      shared.budget().limitTo(isThrifty ? FIRST_SETTLING_SHARE : FUZZ_SHARE);
      if (!isComplete) {
        // What follows from the contract shows more than chance does.
        isComplete = true;
        work(coverage, Phase.COVERAGE, talk, shared.limits().workers());
      }
      if (shared.limits().isFuzzing()) {
        phase(Phase.FUZZ, talk, shared.limits().workers());
      }
      settle(talk, 1);
      suspects.prove(talk);
    }
  }

  private Talk open() {
    return new Talk(shared, new Line(connections.get(), shared.limits().answer()));
  }

  private void settle(Talk talk, double share) {
    shared.budget().limitTo(share);
    shared.tell(new RunEvent.Settling(suspects.size()));
    suspects.settle(talk);
  }

  private Streams phase(Phase phase, Talk talk, int workers) {
    shared.tell(new RunEvent.Began(phase));
    List<Source> own = sources.stream().filter(source -> source.phase() == phase).toList();
    var streams =
        new Streams(
            operations,
            own,
            shared.memory(),
            shared.ledger(),
            phase == Phase.REACH,
            phase == Phase.FUZZ);
    work(streams, phase, talk, workers);
    return streams;
  }

  private void work(Streams streams, Phase phase, Talk talk, int workers) {
    List<Thread> more = new ArrayList<>();
    for (int i = 1; i < workers; i++) {
      more.add(Thread.ofVirtual().start(() -> workAlone(streams, phase)));
    }
    work(streams, phase, talk);
    more.forEach(Runner::await);
  }

  private void workAlone(Streams streams, Phase phase) {
    try (Talk talk = open()) {
      work(streams, phase, talk);
    }
  }

  private void work(Streams streams, Phase phase, Talk talk) {
    while (true) {
      if (!talk.hasBudget(1)) {
        if (phase != Phase.FUZZ) {
          isComplete = false;
        }
        return;
      }
      Optional<Streams.Turn> next = streams.next();
      if (next.isEmpty()) {
        return;
      }
      Experiment experiment = next.get().experiment();
      experiments.incrementAndGet();
      int before = talk.news();
      List<Suspicion> found = experiment.run(talk);
      streams.reward(next.get(), talk.news() - before);
      suspects.take(experiment, found, talk);
    }
  }

  private static void await(Thread worker) {
    boolean isInterrupted = false;
    while (true) {
      try {
        worker.join();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// What looks wrong.
  public Suspects suspects() {
    return suspects;
  }

  /// How many experiments were begun.
  public int experiments() {
    return experiments.get();
  }

  /// Whether everything that follows from the contract alone was tried.
  public boolean isComplete() {
    return isComplete;
  }
}
