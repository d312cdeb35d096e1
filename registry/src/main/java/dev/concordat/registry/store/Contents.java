package dev.concordat.registry.store;

import dev.concordat.model.exchange.Bytes;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The contents of contracts, each once.
public final class Contents {
  private final Handle handle;

  public Contents(Handle handle) {
    this.handle = handle;
  }

  public Optional<ContentRow> find(long id) {
    return handle
        .createQuery("SELECT * FROM contents WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> ContentRow.of(row))
        .findOne();
  }

  /// What one consumer needs of one provider, by the name that the Pact dialect gives it.
  public Optional<ContentRow> find(long consumerId, long providerId, String sha) {
    return handle
        .createQuery(
            "SELECT * FROM contents WHERE consumer_id = :consumer AND provider_id = :provider"
                + " AND kind = 'pact' AND sha = :sha")
        .bind("consumer", consumerId)
        .bind("provider", providerId)
        .bind("sha", sha)
        .map((row, _) -> ContentRow.of(row))
        .findOne();
  }

  /// A content before it has a place in the store.
  ///
  /// @param consumerId empty for what a provider provides
  public record New(
      Optional<Long> consumerId,
      long providerId,
      String kind,
      String sha,
      String digest,
      String mediaType,
      Bytes bytes) {}

  /// The content of this sha; kept where it is new.
  public ContentRow ensure(New content, Instant now) {
    Optional<ContentRow> known = find(content);
    if (known.isPresent()) {
      return known.get();
    }
    handle
        .createUpdate(
            """
            INSERT INTO contents
              (consumer_id, provider_id, kind, sha, digest, media_type, bytes, created_at)
            VALUES (:consumer, :provider, :kind, :sha, :digest, :mediaType, :bytes, :now)
            ON CONFLICT (consumer_id, provider_id, kind, sha) DO NOTHING
            """)
        .bind("consumer", content.consumerId().orElse(null))
        .bind("provider", content.providerId())
        .bind("kind", content.kind())
        .bind("sha", content.sha())
        .bind("digest", content.digest())
        .bind("mediaType", content.mediaType())
        .bind("bytes", content.bytes().toArray())
        .bind("now", now)
        .execute();
    return find(content).orElseThrow();
  }

  private Optional<ContentRow> find(New content) {
    // IS NOT DISTINCT FROM is looked up in no index: all contents of the provider would be read.
    String ofConsumer =
        content.consumerId().isPresent() ? "consumer_id = :consumer" : "consumer_id IS NULL";
    Query query =
        handle.createQuery(
            "SELECT * FROM contents WHERE "
                + ofConsumer
                + " AND provider_id = :provider AND kind = :kind AND sha = :sha");
    content.consumerId().ifPresent(id -> query.bind("consumer", id));
    return query
        .bind("provider", content.providerId())
        .bind("kind", content.kind())
        .bind("sha", content.sha())
        .map((row, _) -> ContentRow.of(row))
        .findOne();
  }

  /// Removes contents that no publication says any more, with their verifications.
  public void deleteUnsaid(long providerId) {
    handle
        .createUpdate(
            "DELETE FROM contents c WHERE c.provider_id = :provider AND NOT EXISTS"
                + " (SELECT 1 FROM publications p WHERE p.content_id = c.id)")
        .bind("provider", providerId)
        .execute();
  }
}
