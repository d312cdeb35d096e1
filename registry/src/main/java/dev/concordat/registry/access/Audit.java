package dev.concordat.registry.access;

import dev.concordat.registry.store.Database;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Who did what: every request that changes something or was refused. Thread-safe.
public final class Audit {
  /// Longer paths are cut.
  private static final int MAX_PATH = 2_000;

  /// Entries that one question can have.
  public static final int MAX_ENTRIES = 1_000;

  private final Database database;
  private final Clock clock;

  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// One request.
  ///
  /// @param path without its query
  public record Entry(Instant at, String who, String method, String path, int status) {}

  /// Notes one.
  ///
  /// @param path longer ones are cut
  public void note(String who, String method, String path, int status) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO audit (at, who, method, path, status) VALUES (:at, :who, :method,"
                        + " :path, :status)")
                .bind("at", Timestamp.from(clock.instant()))
                .bind("who", who)
                .bind("method", method)
                .bind("path", path.length() > MAX_PATH ? path.substring(0, MAX_PATH) : path)
                .bind("status", status)
                .execute());
  }

  /// The newest entries first.
  public List<Entry> newest(int count) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT at, who, method, path, status FROM audit ORDER BY at DESC, id DESC LIMIT"
                        + " :count")
                .bind("count", Math.clamp(count, 1, MAX_ENTRIES))
                .map(
                    (row, _) ->
                        new Entry(
                            row.getTimestamp("at").toInstant(),
                            row.getString("who"),
                            row.getString("method"),
                            row.getString("path"),
                            row.getInt("status")))
                .list());
  }
}
