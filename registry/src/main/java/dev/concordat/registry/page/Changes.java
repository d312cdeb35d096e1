package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.store.Database;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Tells browsers by server-sent events (HTML Living Standard, 9.2) that something changed which pages show. A request is held
/// until there is news or it has lasted long enough; the browser then comes again and says what it saw last. However many
/// listen, the database is looked at no more often; what another server of the same database wrote is seen as well.
final class Changes {
  private static final int MAX_LISTENERS = 500;
  private static final Duration HELD = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final long AGAIN_MILLIS = 200;
  private static final long FULL_MILLIS = 30_000;
  private static final String EVENTS = "text/event-stream;charset=utf-8";

  /// The newest keys tell at once what came; PostgreSQL's own counts of written rows tell, some seconds later, of everything
  /// else: what was removed, changed, or committed after a higher key.
  private static final String STATE =
      """
      SELECT concat_ws('.', coalesce((SELECT max(id) FROM publications), 0),
        coalesce((SELECT max(id) FROM verifications), 0),
        coalesce((SELECT max(id) FROM deployed_versions), 0),
        coalesce((SELECT max(id) FROM incidents), 0),
        (SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables
          WHERE schemaname = current_schema() AND relname IN ('systems', 'publications',
            'verifications', 'deployed_versions', 'released_versions', 'integrations',
            'environments', 'incidents', 'proofs', 'branches')))
      """;

  private final Database database;
  private final Semaphore places = new Semaphore(MAX_LISTENERS);
  private final ReentrantLock looking = new ReentrantLock();
  private String seen = "";
  private long seenAtNanos;

  Changes(Database database) {
    this.database = database;
  }

  /// A word for what is there now; another one when something changed.
  String state() {
    looking.lock();
    try {
      long now = System.nanoTime();
      if (seen.isEmpty() || now - seenAtNanos > BETWEEN_LOOKS.toNanos()) {
        seen = database.ask(handle -> handle.createQuery(STATE).mapTo(String.class).one());
        seenAtNanos = System.nanoTime();
      }
      return seen;
    } finally {
      looking.unlock();
    }
  }

  /// The news since what the browser saw last, or a comment where there is none for long.
  Answer answer(Asked asked) {
    String known = asked.header("last-event-id").orElseGet(() -> since(asked));
    if (!places.tryAcquire()) {
      return event("retry: " + FULL_MILLIS + "\n: too many listen\n\n");
    }
    try {
      long end = System.nanoTime() + HELD.toNanos();
      while (!Thread.currentThread().isInterrupted()) {
        String now = state();
        if (!now.equals(known)) {
          return event(
              "retry: " + AGAIN_MILLIS + "\nid: " + now + "\nevent: change\ndata: " + now + "\n\n");
        }
        if (System.nanoTime() - end >= 0) {
          break;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
      return event("retry: " + AGAIN_MILLIS + "\n: nothing new\n\n");
    } finally {
      places.release();
    }
  }

  private static String since(Asked asked) {
    try {
      return NestedQuery.parse(asked.query()).text("since").orElse("");
    } catch (NestedQuery.Unreadable _) {
      return "";
    }
  }

  private static Answer event(String text) {
    return Frame.closed(Answer.text(200, EVENTS, text), "default-src 'none'")
        .with("Cache-Control", "no-store");
  }
}
