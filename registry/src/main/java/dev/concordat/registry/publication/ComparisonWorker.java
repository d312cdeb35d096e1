package dev.concordat.registry.publication;

import dev.concordat.registry.contract.Events;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Goes on with publications whose server died after keeping and before comparing them. Several servers may work on one
/// database.
public final class ComparisonWorker implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  /// A comparison that ended this many servers is not tried again: what is not known is told instead.
  static final int MAX_ATTEMPTS = 5;

  private final Database database;
  private final Clock clock;
  private final Comparing comparing;
  private final Consumer<String> teller;
  private final Rounds rounds;

  private ComparisonWorker(Database database, Clock clock, Events events, Consumer<String> teller) {
    this.database = database;
    this.clock = clock;
    this.comparing = new Comparing(database, clock, events);
    this.teller = teller;
    this.rounds =
        new Rounds(
            "comparisons",
            this::finishOne,
            LOOK_EVERY,
            AFTER_FAILURE,
            failure -> teller.accept("a comparison waits: " + failure));
  }

  /// Starts working until it is closed.
  ///
  /// @param events who is told of what comparing shows
  /// @param teller is told in a sentence what cannot be compared
  public static ComparisonWorker start(
      Database database, Clock clock, Events events, Consumer<String> teller) {
    ComparisonWorker worker = new ComparisonWorker(database, clock, events, teller);
    worker.rounds.begin();
    return worker;
  }

  /// Does everything that is due now, and returns when it is done.
  static void finishDue(Database database, Clock clock, Events events, Consumer<String> teller) {
    ComparisonWorker worker = new ComparisonWorker(database, clock, events, teller);
    while (worker.finishOne()) {
      // The next one.
    }
  }

  private boolean finishOne() {
    Optional<Due> taken = database.write(handle -> new DueStore(handle).take(clock.instant()));
    taken.ifPresent(this::finish);
    return taken.isPresent();
  }

  private void finish(Due due) {
    if (due.attempts() > MAX_ATTEMPTS) {
      teller.accept(
          "version "
              + due.version().number()
              + " is not compared: it ended "
              + MAX_ATTEMPTS
              + " attempts; publish it again to try once more");
      comparing.close(due);
    } else {
      // Who published is not there any more to be told.
      var _ = comparing.finish(due);
    }
  }

  /// Takes no more and waits a while for what is under way; what does not end in time is done by another.
  @Override
  public void close() {
    try {
      rounds.end(END_LIMIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
