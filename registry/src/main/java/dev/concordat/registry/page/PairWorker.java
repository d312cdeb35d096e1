package dev.concordat.registry.page;

import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.Rounds;
import java.time.Duration;
import java.util.function.Consumer;

/// Works out again how those pairs stand that something was written about, so that the maps only read. Several servers may
/// work on one database; without any they are as right, only slower.
public final class PairWorker implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  private final Rounds rounds;

  private PairWorker(Database database, Consumer<String> teller) {
    this.rounds =
        new Rounds(
            "pairs",
            () -> keep(database),
            LOOK_EVERY,
            AFTER_FAILURE,
            failure -> teller.accept("the map's pairs are not kept: " + failure));
  }

  /// Starts working until it is closed.
  public static PairWorker start(Database database, Consumer<String> teller) {
    PairWorker worker = new PairWorker(database, teller);
    worker.rounds.begin();
    return worker;
  }

  private static boolean keep(Database database) {
    return !database.ask(PairStore::isKept) && database.write(PairStore::keep);
  }

  @Override
  public void close() {
    try {
      rounds.end(END_LIMIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
