package dev.concordat.registry.matrix;

import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads rows of the matrix and the integrations that a question is about.
final class MatrixStore {
  private static final String COLUMNS =
      """
      SELECT p.id AS publication_id, p.consumer_id, cs.name AS consumer,
        p.version_id AS consumer_version_id, cv.number AS consumer_version,
        p.provider_id, ps.name AS provider, p.content_id, c.sha, p.revision,
        p.created_at AS published_at,
        x.id AS verification_id, x.number, x.provider_version_id, pv.number AS provider_version,
        x.success, x.method, x.verified_at
      """;

  private static final String NAMED =
      """
      JOIN systems cs ON cs.id = p.consumer_id
      JOIN systems ps ON ps.id = p.provider_id
      JOIN versions cv ON cv.id = p.version_id
      JOIN contents c ON c.id = p.content_id
      """;

  private static final String NEWEST_FIRST =
      """
      ORDER BY greatest(p.created_at, x.created_at) DESC, p.id DESC, x.id DESC NULLS LAST
      LIMIT :limit
      """;

  private final Handle handle;
  private final boolean isEvery;

  /// @param isEvery whether overwritten publications and verifications are read too
  MatrixStore(Handle handle, boolean isEvery) {
    this.handle = handle;
    this.isEvery = isEvery;
  }

  /// The systems of these names.
  static Map<String, Long> systems(Handle handle, Collection<String> names) {
    Map<String, Long> found = new HashMap<>();
    handle
        .createQuery("SELECT id, name FROM systems WHERE name = ANY(:names)")
        .bindArray("names", String.class, List.copyOf(names))
        .map((row, _) -> found.put(row.getString("name"), row.getLong("id")))
        .list();
    return found;
  }

  /// The verifications of the content `p.content_id`: all, or the newest of each provider version.
  private String verifications(String condition) {
    return isEvery
        ? "SELECT r.* FROM verifications r WHERE r.content_id = p.content_id AND r." + condition
        : "SELECT r.* FROM latest_verifications l JOIN verifications r ON r.id = l.verification_id"
            + " WHERE l.content_id = p.content_id AND l."
            + condition;
  }

  private String current(String condition) {
    return isEvery ? condition : condition + " AND p.is_current";
  }

  /// Rows between versions that were chosen: those of consumers with what of them the chosen versions of their providers
  /// verified.
  List<Row> between(List<Resolved> chosen, int limit) {
    String sql =
        "WITH chosen AS (SELECT * FROM unnest(:versions, :systems) AS c(version_id, system_id)), p AS ("
            + " SELECT p.* FROM publications p JOIN chosen v ON v.version_id = p.version_id"
            + " WHERE "
            + current("p.consumer_id IS NOT NULL")
            + " UNION SELECT p.* FROM publications p WHERE "
            + current("p.consumer_id = ANY(:all)")
            + ")\n"
            + COLUMNS
            + " FROM p\n"
            + NAMED
            + " LEFT JOIN LATERAL ("
            + " SELECT w.* FROM chosen k CROSS JOIN LATERAL ("
            + verifications("provider_version_id = k.version_id")
            + ") w WHERE k.system_id = p.provider_id"
            + " UNION ALL "
            + verifications("provider_version_id > 0 AND p.provider_id = ANY(:all)")
            + ") x ON true\n"
            + " LEFT JOIN versions pv ON pv.id = x.provider_version_id\n"
            + " WHERE p.provider_id = ANY(:either)"
            + " AND (p.consumer_id = ANY(:specified) OR p.provider_id = ANY(:specified))\n"
            + NEWEST_FIRST;
    List<Resolved> single = chosen.stream().filter(one -> one.versionId().isPresent()).toList();
    return rows(
        query(sql, limit)
            .bindArray(
                "versions",
                Long.class,
                single.stream().map(one -> one.versionId().orElseThrow()).toList())
            .bindArray("systems", Long.class, single.stream().map(Resolved::systemId).toList())
            .bindArray("all", Long.class, wholeSystems(chosen))
            .bindArray(
                "either", Long.class, chosen.stream().map(Resolved::systemId).distinct().toList())
            .bindArray(
                "specified",
                Long.class,
                chosen.stream()
                    .filter(Resolved::isSpecified)
                    .map(Resolved::systemId)
                    .distinct()
                    .toList()));
  }

  /// Rows of one chosen version, or of all of a system, as consumer with all that was verified of it, and as provider with
  /// all that it verified.
  List<Row> around(Resolved chosen, int limit) {
    String asConsumer =
        COLUMNS
            + " FROM publications p\n"
            + NAMED
            + " LEFT JOIN LATERAL ("
            + verifications("provider_version_id > 0")
            + ") x ON true LEFT JOIN versions pv ON pv.id = x.provider_version_id\n"
            + " WHERE "
            + current(
                chosen.versionId().isPresent()
                    ? "p.consumer_id IS NOT NULL AND p.version_id = :chosen"
                    : "p.consumer_id = :chosen")
            + "\n"
            + NEWEST_FIRST;
    String asProvider =
        COLUMNS
            + " FROM "
            + (isEvery
                ? "verifications x"
                : "latest_verifications l JOIN verifications x ON x.id = l.verification_id")
            + " JOIN versions pv ON pv.id = x.provider_version_id"
            + " JOIN publications p ON p.content_id = x.content_id\n"
            + NAMED
            + " WHERE "
            + current(
                "p.consumer_id IS NOT NULL AND "
                    + (chosen.versionId().isPresent()
                        ? (isEvery ? "x" : "l") + ".provider_version_id = :chosen"
                        : "p.provider_id = :chosen"))
            + "\n"
            + NEWEST_FIRST;
    long id = chosen.versionId().orElse(chosen.systemId());
    Map<List<Long>, Row> rows = new java.util.LinkedHashMap<>();
    for (String sql : List.of(asConsumer, asProvider)) {
      for (Row row : rows(query(sql, limit).bind("chosen", id))) {
        rows.putIfAbsent(
            List.of(row.publicationId(), row.result().map(Row.Result::id).orElse(0L)), row);
      }
    }
    return List.copyOf(rows.values());
  }

  /// The providers of chosen versions.
  List<Integration> asConsumers(List<Resolved> chosen) {
    return integrations(
        handle
            .createQuery(
                """
                SELECT DISTINCT c.id AS consumer_id, c.name AS consumer, q.id AS provider_id,
                  q.name AS provider
                FROM publications p JOIN systems c ON c.id = p.consumer_id
                JOIN systems q ON q.id = p.provider_id
                WHERE p.is_current AND p.consumer_id IS NOT NULL
                  AND (p.version_id = ANY(:versions) OR p.consumer_id = ANY(:all))
                ORDER BY consumer, provider
                """)
            .bindArray("versions", Long.class, versionIds(chosen))
            .bindArray("all", Long.class, wholeSystems(chosen)),
        true);
  }

  /// The consumers that systems ever had.
  List<Integration> asProviders(Collection<Long> providerIds) {
    return integrations(
        handle
            .createQuery(
                """
                SELECT c.id AS consumer_id, c.name AS consumer, q.id AS provider_id,
                  q.name AS provider
                FROM integrations i JOIN systems c ON c.id = i.consumer_id
                JOIN systems q ON q.id = i.provider_id
                WHERE i.provider_id = ANY(:providers)
                ORDER BY consumer, provider
                """)
            .bindArray("providers", Long.class, List.copyOf(providerIds)),
        false);
  }

  private static List<Integration> integrations(Query query, boolean isRequired) {
    return query
        .map(
            (row, _) ->
                new Integration(
                    row.getLong("consumer_id"),
                    row.getString("consumer"),
                    row.getLong("provider_id"),
                    row.getString("provider"),
                    isRequired))
        .list();
  }

  private static List<Long> wholeSystems(List<Resolved> chosen) {
    return chosen.stream()
        .filter(one -> one.versionId().isEmpty())
        .map(Resolved::systemId)
        .distinct()
        .toList();
  }

  private static List<Long> versionIds(List<Resolved> chosen) {
    return chosen.stream()
        .map(one -> one.versionId().orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private Query query(String sql, int limit) {
    return handle.createQuery(sql).bind("limit", limit);
  }

  private static List<Row> rows(Query query) {
    return query.map((row, _) -> row(row)).list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("publication_id"),
        row.getLong("consumer_id"),
        row.getString("consumer"),
        row.getLong("consumer_version_id"),
        row.getString("consumer_version"),
        row.getLong("provider_id"),
        row.getString("provider"),
        row.getLong("content_id"),
        row.getString("sha"),
        row.getInt("revision"),
        Columns.instant(row, "published_at"),
        row.getString("provider_version") == null ? Optional.empty() : Optional.of(result(row)));
  }

  private static Row.Result result(ResultSet row) throws SQLException {
    return new Row.Result(
        row.getLong("verification_id"),
        row.getInt("number"),
        row.getLong("provider_version_id"),
        row.getString("provider_version"),
        row.getBoolean("success"),
        row.getString("method"),
        Columns.instant(row, "verified_at"));
  }
}
