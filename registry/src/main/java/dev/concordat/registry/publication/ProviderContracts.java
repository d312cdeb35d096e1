package dev.concordat.registry.publication;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.store.ContentRow;
import dev.concordat.registry.store.Contents;
import dev.concordat.registry.store.VersionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What versions of providers provide: one contract of each kind.
final class ProviderContracts {
  private static final String CURRENT =
      """
      SELECT k.kind, k.sha, k.bytes, v.id, v.number FROM publications p
      JOIN contents k ON k.id = p.content_id JOIN versions v ON v.id = p.version_id
      WHERE p.consumer_id IS NULL AND p.is_current AND p.provider_id = :provider
      """;

  /// The dialect names contents by 40 hexadecimal digits; ours are the beginning of the digest of their meaning.
  private static final int SHA_LENGTH = 40;

  private final Handle handle;

  ProviderContracts(Handle handle) {
    this.handle = handle;
  }

  /// A contract with the version that provides it.
  record Kept(String kind, String sha, Bytes bytes, long versionId, String number) {}

  List<Kept> of(long provider, long version) {
    return handle
        .createQuery(CURRENT + " AND p.version_id = :version ORDER BY k.kind")
        .bind("provider", provider)
        .bind("version", version)
        .map((row, _) -> kept(row))
        .list();
  }

  /// Those of the versions that a consumer may meet: the heads of branches, and what runs somewhere.
  List<Kept> met(long provider) {
    return handle
        .createQuery(
            CURRENT
                + """
                 AND (p.version_id IN (SELECT head_version_id FROM branches WHERE system_id = :provider)
                   OR p.version_id IN (SELECT version_id FROM deployed_versions
                     WHERE system_id = :provider AND undeployed_at IS NULL))
                ORDER BY v.id, k.kind
                """)
        .bind("provider", provider)
        .map((row, _) -> kept(row))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString(1),
        row.getString(2),
        Bytes.of(row.getBytes(3)),
        row.getLong(4),
        row.getString(5));
  }

  /// What came of keeping one.
  enum Added {
    /// It is new, or the same again.
    KEPT,
    /// The version provided another one of this kind, which no longer counts.
    CHANGED,
    /// The version provides another one of this kind already.
    REFUSED
  }

  /// Keeps one; the same again is nothing new.
  ///
  /// @param mayChange whether it may replace another one of this kind
  Added add(
      VersionRow version,
      String kind,
      Announcement.Named named,
      String digest,
      Instant now,
      boolean mayChange) {
    String sha = digest.substring(0, SHA_LENGTH);
    Optional<Kept> before =
        of(version.systemId(), version.id()).stream()
            .filter(kept -> kept.kind().equals(kind))
            .findFirst();
    if (before.isPresent() && before.get().sha().equals(sha)) {
      return Added.KEPT;
    }
    if (before.isPresent() && !mayChange) {
      return Added.REFUSED;
    }
    ContentRow content =
        new Contents(handle)
            .ensure(
                new Contents.New(
                    Optional.empty(),
                    version.systemId(),
                    kind,
                    sha,
                    digest,
                    named.mediaType(),
                    named.bytes()),
                now);
    handle
        .createUpdate(
            """
            UPDATE publications SET is_current = false
            WHERE version_id = :version AND consumer_id IS NULL AND is_current
              AND content_id IN (SELECT id FROM contents WHERE kind = :kind)""")
        .bind("version", version.id())
        .bind("kind", kind)
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO publications
              (consumer_id, provider_id, version_id, content_id, revision, is_current, bytes,
               created_at)
            SELECT NULL, :provider, :version, :content, coalesce(max(revision), 0) + 1, true,
              CAST(:bytes AS bytea), :now
            FROM publications WHERE version_id = :version AND consumer_id IS NULL
            """)
        .bind("provider", version.systemId())
        .bind("version", version.id())
        .bind("content", content.id())
        .bind("bytes", content.bytes().equals(named.bytes()) ? null : named.bytes().toArray())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    return before.isPresent() ? Added.CHANGED : Added.KEPT;
  }
}
