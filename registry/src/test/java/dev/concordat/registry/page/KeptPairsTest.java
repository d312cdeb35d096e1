package dev.concordat.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.Scene;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.history.PlayedHistory;
import dev.concordat.registry.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is kept of pairs against what is worked out anew, on random histories and after what they have not.
/// `-Dconcordat.history.seed=N` plays another row of histories.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptPairsTest {
  private static final long SEED = Long.getLong("concordat.history.seed", 20261129);
  private static final int HISTORIES = 50;
  private static final int ALL = 1000;

  private Database database;

  @BeforeAll
  void open() throws Exception {
    database = TestDatabase.open();
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void whatIsKeptIsWhatIsWorkedOutAfterEveryEventOfRandomHistories() {
    int compared = 0;
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      compared += compared(seed);
    }

    assertThat(compared).isGreaterThan(HISTORIES);
  }

  /// How many pairs were compared, all in all; nothing of it stays.
  private int compared(long seed) {
    Random random = new Random(seed);
    int[] pairs = {0};
    return database.write(
        handle -> {
          PlayedHistory.play(
              handle,
              seed,
              () -> {
                if (random.nextInt(8) == 0) {
                  new Scene(handle)
                      .prove(random.nextBoolean() ? "a" : "b", "1", "drift", random.nextBoolean());
                }
                pairs[0] += same(handle, seed);
                if (random.nextInt(3) == 0) {
                  var _ = PairStore.keep(handle);
                  assertThat(PairStore.isKept(handle)).isTrue();
                  pairs[0] += same(handle, seed);
                }
              });
          handle.rollback();
          return pairs[0];
        });
  }

  private static int same(Handle handle, long seed) {
    List<Pairing> kept = new PairStore(handle).all(Optional.empty(), ALL);
    assertThat(kept).as("seed %d", seed).isEqualTo(new PairStore(handle).workedOut(ALL));
    return kept.size() + sameInEnvironments(handle, seed);
  }

  private static int sameInEnvironments(Handle handle, long seed) {
    int compared = 0;
    for (long environment :
        handle.createQuery("SELECT id FROM environments").mapTo(Long.class).list()) {
      List<Pairing> kept = new PairStore(handle).meeting(environment, Optional.empty(), ALL);
      assertThat(kept).as("seed %d", seed).isEqualTo(MeetingsAnew.read(handle, environment));
      compared += kept.size();
    }
    return compared;
  }

  @Test
  void whatMeetsSomewhereIsComparedToo() {
    long kept =
        database.write(
            handle -> {
              for (long seed = SEED; seed < SEED + 5; seed++) {
                PlayedHistory.play(handle, seed, () -> {});
              }
              var _ = PairStore.keep(handle);
              long rows =
                  handle
                      .createQuery("SELECT count(*) FROM meetings_kept WHERE success IS NOT NULL")
                      .mapTo(Long.class)
                      .one();
              handle.rollback();
              return rows;
            });

    assertThat(kept).isPositive();
  }

  @Test
  void theWorkerKeepsWhatWasWritten() throws Exception {
    var _ =
        database.write(
            handle -> {
              Shop.write(handle);
              return true;
            });

    try (PairWorker worker = PairWorker.start(database, _ -> {})) {
      assertThat(worker).isNotNull();
      while (!database.read(PairStore::isKept)) {
        Thread.onSpinWait();
      }
    }

    long kept =
        database.read(
            handle ->
                handle.createQuery("SELECT count(*) FROM pairs_kept").mapTo(Long.class).one());
    assertThat(kept).isEqualTo(5);
  }
}
