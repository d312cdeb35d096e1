package dev.concordat.registry.publication;

import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What publications leave to be done. Whoever takes something has it for a while and must ask for longer; a server that dies
/// asks no more, and another goes on.
final class DueStore {
  /// How long one who took something has it.
  static final Duration LEASE = Duration.ofSeconds(60);

  private final Handle handle;

  DueStore(Handle handle) {
    this.handle = handle;
  }

  /// Notes it in the transaction of the publication, taken by whoever publishes.
  Due add(VersionRow version, String base, Optional<String> buildUrl, Instant now) {
    long id =
        handle
            .createUpdate(
                """
                INSERT INTO comparisons_due (version_id, base, build_url, attempts, due_at, created_at)
                VALUES (:version, :base, :build, 1, :until, :now)
                """)
            .bind("version", version.id())
            .bind("base", base)
            .bind("build", buildUrl.orElse(null))
            .bind("until", Timestamp.from(now.plus(LEASE)))
            .bind("now", Timestamp.from(now))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return new Due(id, version, base, buildUrl, 1);
  }

  /// Takes the oldest that nobody has.
  Optional<Due> take(Instant now) {
    return handle
        .createQuery(
            """
            UPDATE comparisons_due SET due_at = :until, attempts = attempts + 1
            WHERE id = (SELECT id FROM comparisons_due WHERE due_at <= :now
              ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, version_id, base, build_url, attempts
            """)
        .bind("until", Timestamp.from(now.plus(LEASE)))
        .bind("now", Timestamp.from(now))
        .map(
            (row, _) ->
                new Due(
                    row.getLong("id"),
                    new Versions(handle).find(row.getLong("version_id")).orElseThrow(),
                    row.getString("base"),
                    Optional.ofNullable(row.getString("build_url")),
                    row.getInt("attempts")))
        .findOne();
  }

  /// Has it for longer.
  void keep(Due due, Instant now) {
    handle
        .createUpdate("UPDATE comparisons_due SET due_at = :until WHERE id = :id")
        .bind("until", Timestamp.from(now.plus(LEASE)))
        .bind("id", due.id())
        .execute();
  }

  void done(Due due) {
    handle
        .createUpdate("DELETE FROM comparisons_due WHERE id = :id")
        .bind("id", due.id())
        .execute();
  }
}
