package dev.concordat.registry.page;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What the pages ask about one published contract.
final class DocumentStore {
  static final int MAX_VERSIONS = 30;
  static final int MAX_RESULTS = 100;

  private static final String DOCUMENTS =
      """
      SELECT u.id, u.content_id, u.version_id, u.consumer_id, u.provider_id, u.created_at,
        v.number, k.kind, k.media_type, p.name AS provider, c.name AS consumer,
        coalesce(u.bytes, k.bytes) AS bytes
      FROM publications u JOIN contents k ON k.id = u.content_id JOIN versions v ON v.id = u.version_id
        JOIN systems p ON p.id = u.provider_id LEFT JOIN systems c ON c.id = u.consumer_id
      WHERE u.is_current AND
      """;

  /// Of the same pair, or of the same provider and kind.
  private static final String SAME =
      " u.provider_id = :provider AND u.consumer_id IS NOT DISTINCT FROM CAST(:consumer AS bigint)"
          + " AND k.kind = :kind ";

  private final Handle handle;

  DocumentStore(Handle handle) {
    this.handle = handle;
  }

  /// A contract as it was published.
  ///
  /// @param consumer empty for what a system provides
  record Document(
      long contentId,
      long versionId,
      Optional<String> consumer,
      String provider,
      String version,
      String kind,
      String mediaType,
      Instant at,
      Bytes bytes) {}

  /// A version that published a contract of this kind or pair.
  ///
  /// @param isSame whether it says the same as the one that is shown
  record Other(String version, Instant at, boolean isSame) {}

  /// What verifications say of it.
  ///
  /// @param consumerVersion the newest one that says the content
  record Result(
      String consumer,
      String consumerVersion,
      String provider,
      String providerVersion,
      boolean success,
      String method,
      Instant at) {}

  /// All of a page.
  ///
  /// @param before the newest older version that says something else
  /// @param others one more than the limit where there are more, as are the results
  record Shown(
      Document document, Optional<Document> before, List<Other> others, List<Result> results) {}

  Optional<Shown> pact(String consumer, String provider, String version) {
    return handle
        .createQuery(
            DOCUMENTS + "c.name = :consumer AND p.name = :provider AND v.number = :version")
        .bind("consumer", consumer)
        .bind("provider", provider)
        .bind("version", version)
        .map((row, _) -> new Found(row))
        .findOne()
        .map(found -> shown(found, "l.content_id = :content"));
  }

  Optional<Shown> provided(String system, String version, String kind) {
    return handle
        .createQuery(
            DOCUMENTS
                + "c.id IS NULL AND p.name = :system AND v.number = :version AND k.kind = :kind"
                + " ORDER BY u.id DESC LIMIT 1")
        .bind("system", system)
        .bind("version", version)
        .bind("kind", kind)
        .map((row, _) -> new Found(row))
        .findOne()
        .map(found -> shown(found, "l.provider_version_id = :version"));
  }

  private Shown shown(Found found, String verified) {
    Document document = found.document;
    List<Document> before =
        of(found, DOCUMENTS + SAME + "AND u.version_id < :version AND u.content_id <> :content", 1)
            .bind("version", document.versionId())
            .map((row, _) -> new Found(row).document)
            .list();
    List<Other> others =
        of(
                found,
                "SELECT v.number, u.created_at, u.content_id = :content AS same"
                    + " FROM publications u JOIN contents k ON k.id = u.content_id"
                    + " JOIN versions v ON v.id = u.version_id WHERE u.is_current AND "
                    + SAME,
                MAX_VERSIONS + 1)
            .map(
                (row, _) ->
                    new Other(
                        row.getString("number"),
                        Columns.instant(row, "created_at"),
                        row.getBoolean("same")))
            .list();
    return new Shown(document, before.stream().findFirst(), others, results(document, verified));
  }

  private Query of(Found found, String question, int limit) {
    return handle
        .createQuery(question + " ORDER BY u.version_id DESC LIMIT :limit")
        .bind("provider", found.providerId)
        .bind("consumer", found.consumerId.orElse(null))
        .bind("kind", found.document.kind())
        .bind("content", found.document.contentId())
        .bind("limit", limit);
  }

  /// Broken ones first.
  private List<Result> results(Document document, String verified) {
    return handle
        .createQuery(
            """
            SELECT c.name AS consumer, p.name AS provider, pv.number AS provider_version, x.success,
              x.method, x.verified_at, coalesce((SELECT n.number FROM publications u
                JOIN versions n ON n.id = u.version_id WHERE u.content_id = l.content_id
                AND u.is_current ORDER BY u.version_id DESC LIMIT 1), '') AS consumer_version
            FROM latest_verifications l JOIN verifications x ON x.id = l.verification_id
              JOIN contents k ON k.id = l.content_id JOIN systems c ON c.id = k.consumer_id
              JOIN systems p ON p.id = k.provider_id
              JOIN versions pv ON pv.id = l.provider_version_id
            WHERE {verified} ORDER BY x.success, x.id DESC LIMIT :limit
            """
                .replace("{verified}", verified))
        .bind("content", document.contentId())
        .bind("version", document.versionId())
        .bind("limit", MAX_RESULTS + 1)
        .map(
            (row, _) ->
                new Result(
                    row.getString("consumer"),
                    row.getString("consumer_version"),
                    row.getString("provider"),
                    row.getString("provider_version"),
                    row.getBoolean("success"),
                    row.getString("method"),
                    Columns.instant(row, "verified_at")))
        .list();
  }

  private static final class Found {
    final Document document;
    final long providerId;
    final Optional<Long> consumerId;

    Found(ResultSet row) throws SQLException {
      providerId = row.getLong("provider_id");
      consumerId = Columns.number(row, "consumer_id");
      document =
          new Document(
              row.getLong("content_id"),
              row.getLong("version_id"),
              Columns.text(row, "consumer"),
              row.getString("provider"),
              row.getString("number"),
              row.getString("kind"),
              row.getString("media_type"),
              Columns.instant(row, "created_at"),
              Bytes.of(row.getBytes("bytes")));
    }
  }
}
