package dev.concordat.registry.gate;

import dev.concordat.registry.gate.Rows.Meeting;
import dev.concordat.registry.gate.Rows.Need;
import dev.concordat.registry.gate.Rows.Proof;
import dev.concordat.registry.gate.Rows.SystemRow;
import dev.concordat.registry.gate.Rows.VersionRow;
import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What the gate asks the tables. Each question is one look-up in an index for all that is asked at once.
final class GateStore {
  private final Handle handle;

  GateStore(Handle handle) {
    this.handle = handle;
  }

  Map<String, SystemRow> systems(Collection<String> names) {
    Map<String, SystemRow> found = new HashMap<>();
    query("SELECT id, name, owner FROM systems WHERE name = ANY(:names)")
        .bindArray("names", String.class, List.copyOf(names))
        .map((row, _) -> system(row))
        .forEach(system -> found.put(system.name(), system));
    return found;
  }

  Map<Long, SystemRow> systemsById(Set<Long> ids) {
    Map<Long, SystemRow> found = new HashMap<>();
    query("SELECT id, name, owner FROM systems WHERE id = ANY(:ids)")
        .bindArray("ids", Long.class, List.copyOf(ids))
        .map((row, _) -> system(row))
        .forEach(system -> found.put(system.id(), system));
    return found;
  }

  Optional<VersionRow> version(long systemId, String number) {
    return query(
            "SELECT id, system_id, number FROM versions WHERE system_id = :system AND number = :number")
        .bind("system", systemId)
        .bind("number", number)
        .map((row, _) -> versionRow(row))
        .findOne();
  }

  Optional<Long> environment(String name) {
    return query("SELECT id FROM environments WHERE name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }

  /// Names that exist, for a suggestion.
  List<String> names(String table) {
    return query("SELECT name FROM " + table + " ORDER BY name LIMIT 1000")
        .mapTo(String.class)
        .list();
  }

  /// What versions need of their providers.
  List<Need> needs(Collection<Long> versionIds) {
    return query(
            """
            SELECT version_id, provider_id, content_id, created_at FROM publications
            WHERE version_id = ANY(:versions) AND is_current AND consumer_id IS NOT NULL
            ORDER BY version_id, provider_id, id
            """)
        .bindArray("versions", Long.class, List.copyOf(versionIds))
        .map(
            (row, _) ->
                new Need(
                    row.getLong("version_id"),
                    row.getLong("provider_id"),
                    row.getLong("content_id"),
                    Columns.instant(row, "created_at")))
        .list();
  }

  /// The systems that ever had a contract with one of these.
  Set<Long> consumers(Collection<Long> providerIds) {
    return new HashSet<>(
        query("SELECT consumer_id FROM integrations WHERE provider_id = ANY(:providers)")
            .bindArray("providers", Long.class, List.copyOf(providerIds))
            .mapTo(Long.class)
            .list());
  }

  /// The versions of systems that are in an environment now.
  List<VersionRow> inEnvironment(long environmentId, Collection<Long> systemIds) {
    return query(
            """
            SELECT v.id, v.system_id, v.number FROM versions v WHERE v.id IN (
              SELECT version_id FROM deployed_versions
              WHERE environment_id = :environment AND undeployed_at IS NULL
                AND system_id = ANY(:systems)
              UNION
              SELECT version_id FROM released_versions
              WHERE environment_id = :environment AND support_ended_at IS NULL
                AND system_id = ANY(:systems))
            ORDER BY v.system_id, v.id
            """)
        .bind("environment", environmentId)
        .bindArray("systems", Long.class, List.copyOf(systemIds))
        .map((row, _) -> versionRow(row))
        .list();
  }

  /// The heads of one branch of systems, or of the main branch of each.
  List<VersionRow> heads(Optional<String> branch, Collection<Long> systemIds) {
    return query(
            """
            SELECT v.id, v.system_id, v.number
            FROM systems s
            JOIN branches b ON b.system_id = s.id AND b.name = coalesce(:branch, s.main_branch)
            JOIN versions v ON v.id = b.head_version_id
            WHERE s.id = ANY(:systems)
            ORDER BY v.system_id
            """)
        .bind("branch", branch.orElse(null))
        .bindArray("systems", Long.class, List.copyOf(systemIds))
        .map((row, _) -> versionRow(row))
        .list();
  }

  /// The newest verifications of meetings; those that nobody verified are absent.
  Map<Meeting, Proof> proofs(List<Meeting> meetings) {
    Map<Meeting, Proof> found = new HashMap<>();
    query(
            """
            SELECT l.content_id, l.provider_version_id, x.id, x.number, x.success, x.method,
              x.build_url, x.verified_at
            FROM unnest(:contents, :versions) AS asked(content_id, provider_version_id)
            JOIN latest_verifications l USING (content_id, provider_version_id)
            JOIN verifications x ON x.id = l.verification_id
            """)
        .bindArray("contents", Long.class, meetings.stream().map(Meeting::contentId).toList())
        .bindArray(
            "versions", Long.class, meetings.stream().map(Meeting::providerVersionId).toList())
        .map(
            (row, _) ->
                found.put(
                    new Meeting(row.getLong("content_id"), row.getLong("provider_version_id")),
                    proof(row)))
        .list();
    return found;
  }

  /// The contents of these that some version of their provider verified, whatever came of it.
  Set<Long> everVerified(Collection<Long> contentIds) {
    return new HashSet<>(
        query(
                """
                SELECT asked.content_id FROM unnest(:contents) AS asked(content_id)
                CROSS JOIN LATERAL (
                  SELECT 1 FROM latest_verifications l
                  WHERE l.content_id = asked.content_id LIMIT 1) one
                """)
            .bindArray("contents", Long.class, List.copyOf(contentIds))
            .mapTo(Long.class)
            .list());
  }

  private Query query(String sql) {
    return handle.createQuery(sql);
  }

  private static SystemRow system(ResultSet row) throws SQLException {
    return new SystemRow(
        row.getLong("id"), row.getString("name"), Optional.ofNullable(row.getString("owner")));
  }

  static VersionRow versionRow(ResultSet row) throws SQLException {
    return new VersionRow(row.getLong("id"), row.getLong("system_id"), row.getString("number"));
  }

  private static Proof proof(ResultSet row) throws SQLException {
    return new Proof(
        row.getLong("id"),
        row.getInt("number"),
        row.getBoolean("success"),
        row.getString("method"),
        Optional.ofNullable(row.getString("build_url")),
        Columns.instant(row, "verified_at"));
  }
}
