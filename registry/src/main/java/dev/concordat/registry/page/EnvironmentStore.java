package dev.concordat.registry.page;

import dev.concordat.registry.store.Columns;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Environments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the pages ask about environments.
final class EnvironmentStore {
  static final int MAX_NAMES = 200;

  /// The filter is ours, never a text of a client.
  private static final String RUNNING =
      """
      SELECT s.name AS system, s.owner, v.number, e.name AS environment, x.target, x.since, x.how
      FROM (
        SELECT system_id, version_id, environment_id, target, created_at AS since, 'deployed' AS how
        FROM deployed_versions WHERE {filter} AND undeployed_at IS NULL
        UNION ALL
        SELECT system_id, version_id, environment_id, NULL, created_at, 'released'
        FROM released_versions WHERE {filter} AND support_ended_at IS NULL) x
      JOIN systems s ON s.id = x.system_id JOIN versions v ON v.id = x.version_id
      JOIN environments e ON e.id = x.environment_id
      ORDER BY s.name, e.name, x.target NULLS FIRST, v.id DESC, x.how LIMIT :limit
      """;

  private final Handle handle;

  EnvironmentStore(Handle handle) {
    this.handle = handle;
  }

  /// A version that is somewhere.
  ///
  /// @param target the instance that was named
  /// @param how `deployed` or `released`
  record Running(
      String system,
      Optional<String> owner,
      String number,
      String environment,
      Optional<String> target,
      Instant since,
      String how) {}

  Optional<EnvironmentRow> find(String name) {
    return new Environments(handle).findByName(name);
  }

  List<String> names() {
    return handle
        .createQuery("SELECT name FROM environments ORDER BY name LIMIT " + MAX_NAMES)
        .mapTo(String.class)
        .list();
  }

  /// What is in an environment; one more than the limit where there is more.
  List<Running> in(long environment, int limit) {
    return running("environment_id = :id", environment, limit);
  }

  /// Where a system is; likewise.
  List<Running> of(long system, int limit) {
    return running("system_id = :id", system, limit);
  }

  private List<Running> running(String filter, long id, int limit) {
    return handle
        .createQuery(RUNNING.replace("{filter}", filter))
        .bind("id", id)
        .bind("limit", limit + 1)
        .map((row, _) -> read(row))
        .list();
  }

  private static Running read(ResultSet row) throws SQLException {
    return new Running(
        row.getString("system"),
        Optional.ofNullable(row.getString("owner")),
        row.getString("number"),
        row.getString("environment"),
        Optional.ofNullable(row.getString("target")),
        Columns.instant(row, "since"),
        row.getString("how"));
  }
}
