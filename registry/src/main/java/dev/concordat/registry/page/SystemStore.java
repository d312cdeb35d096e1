package dev.concordat.registry.page;

import dev.concordat.registry.store.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the pages ask about systems.
final class SystemStore {
  private static final int MAX_TEAMS = 200;

  private final Handle handle;

  SystemStore(Handle handle) {
    this.handle = handle;
  }

  /// A system in a list.
  record Listed(String name, Optional<String> owner, Optional<String> mainBranch) {}

  /// A version with where it belongs. Of very many names the first ones.
  record Version(
      String number,
      Optional<String> buildUrl,
      Instant at,
      List<String> branches,
      List<String> tags,
      List<String> environments) {}

  /// A contract that a system provides.
  record Provided(String kind, String mediaType, String version, Instant at) {}

  /// The systems of a team, or all, sorted by name; one more than the limit where there are more.
  List<Listed> list(Optional<String> team, int limit) {
    return handle
        .createQuery(
            """
            SELECT name, owner, main_branch FROM systems
            WHERE CAST(:team AS text) IS NULL OR owner = :team ORDER BY name LIMIT :limit
            """)
        .bind("team", team.orElse(null))
        .bind("limit", limit + 1)
        .map((row, _) -> listed(row))
        .list();
  }

  /// Those that are in an environment.
  List<Listed> in(long environment, Optional<String> team, int limit) {
    return handle
        .createQuery(
            """
            SELECT name, owner, main_branch FROM systems s
            WHERE (EXISTS (SELECT 1 FROM deployed_versions d
                WHERE d.environment_id = :environment AND d.system_id = s.id
                  AND d.undeployed_at IS NULL)
              OR EXISTS (SELECT 1 FROM released_versions r
                WHERE r.environment_id = :environment AND r.system_id = s.id
                  AND r.support_ended_at IS NULL))
              AND (CAST(:team AS text) IS NULL OR owner = :team)
            ORDER BY name LIMIT :limit
            """)
        .bind("environment", environment)
        .bind("team", team.orElse(null))
        .bind("limit", limit + 1)
        .map((row, _) -> listed(row))
        .list();
  }

  List<String> teams() {
    return handle
        .createQuery(
            "SELECT DISTINCT owner FROM systems WHERE owner IS NOT NULL ORDER BY owner LIMIT "
                + MAX_TEAMS)
        .mapTo(String.class)
        .list();
  }

  /// The newest versions; one more than the limit where there are more.
  List<Version> versions(long system, int limit) {
    return handle
        .createQuery(
            """
            SELECT v.number, v.build_url, v.created_at,
              ARRAY(SELECT b.name FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
                WHERE bv.version_id = v.id ORDER BY b.name LIMIT 20) AS branches,
              ARRAY(SELECT t.name FROM tags t WHERE t.version_id = v.id ORDER BY t.name LIMIT 20)
                AS tags,
              ARRAY(SELECT e.name FROM environments e WHERE e.id IN (
                SELECT d.environment_id FROM deployed_versions d
                WHERE d.version_id = v.id AND d.undeployed_at IS NULL
                UNION SELECT r.environment_id FROM released_versions r
                WHERE r.version_id = v.id AND r.support_ended_at IS NULL)
                ORDER BY e.name LIMIT 20) AS environments
            FROM versions v WHERE v.system_id = :system ORDER BY v.id DESC LIMIT :limit
            """)
        .bind("system", system)
        .bind("limit", limit + 1)
        .map(
            (row, _) ->
                new Version(
                    row.getString("number"),
                    Optional.ofNullable(row.getString("build_url")),
                    Columns.instant(row, "created_at"),
                    texts(row, "branches"),
                    texts(row, "tags"),
                    texts(row, "environments")))
        .list();
  }

  /// The newest contracts that say what it provides; one more than the limit where there are more.
  List<Provided> provided(long system, int limit) {
    return handle
        .createQuery(
            """
            SELECT c.kind, c.media_type, v.number, u.created_at
            FROM publications u JOIN contents c ON c.id = u.content_id
              JOIN versions v ON v.id = u.version_id
            WHERE u.provider_id = :system AND u.consumer_id IS NULL AND u.is_current
            ORDER BY u.version_id DESC, c.kind, u.id LIMIT :limit
            """)
        .bind("system", system)
        .bind("limit", limit + 1)
        .map(
            (row, _) ->
                new Provided(
                    row.getString("kind"),
                    row.getString("media_type"),
                    row.getString("number"),
                    Columns.instant(row, "created_at")))
        .list();
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getString("name"),
        Optional.ofNullable(row.getString("owner")),
        Optional.ofNullable(row.getString("main_branch")));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }
}
