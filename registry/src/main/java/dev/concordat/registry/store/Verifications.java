package dev.concordat.registry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What verifications came to. The newest of a content by a provider version is kept on every write.
public final class Verifications {
  private static final String ALL =
      "SELECT r.*, v.number AS provider_version FROM verifications r"
          + " JOIN versions v ON v.id = r.provider_version_id ";

  private final Handle handle;

  public Verifications(Handle handle) {
    this.handle = handle;
  }

  public Optional<VerificationRow> find(long contentId, int number) {
    return handle
        .createQuery(ALL + " WHERE r.content_id = :content AND r.number = :number")
        .bind("content", contentId)
        .bind("number", number)
        .map((row, _) -> VerificationRow.of(row))
        .findOne();
  }

  public Optional<VerificationRow> find(long id) {
    return handle
        .createQuery(ALL + " WHERE r.id = :id")
        .bind("id", id)
        .map((row, _) -> VerificationRow.of(row))
        .findOne();
  }

  /// The newest verification of a content by any version.
  public Optional<VerificationRow> newest(long contentId) {
    return handle
        .createQuery(ALL + " WHERE r.content_id = :content ORDER BY r.id DESC LIMIT 1")
        .bind("content", contentId)
        .map((row, _) -> VerificationRow.of(row))
        .findOne();
  }

  /// The newest verification of anything that a consumer needs of a provider.
  public Optional<VerificationRow> newest(long consumerId, long providerId) {
    return handle
        .createQuery(
            ALL
                + " JOIN contents c ON c.id = r.content_id WHERE c.consumer_id = :consumer"
                + " AND c.provider_id = :provider ORDER BY r.id DESC LIMIT 1")
        .bind("consumer", consumerId)
        .bind("provider", providerId)
        .map((row, _) -> VerificationRow.of(row))
        .findOne();
  }

  /// The newest verification of a content by each provider version, the newest first.
  public List<VerificationRow> newestOfEach(long contentId) {
    return handle
        .createQuery(
            ALL
                + " JOIN latest_verifications l ON l.verification_id = r.id"
                + " WHERE l.content_id = :content ORDER BY r.id DESC")
        .bind("content", contentId)
        .map((row, _) -> VerificationRow.of(row))
        .list();
  }

  /// Whether anything between the two was verified.
  public boolean any(long consumerId, long providerId) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM verifications r JOIN contents c ON c.id = r.content_id"
                + " WHERE c.consumer_id = :consumer AND c.provider_id = :provider)")
        .bind("consumer", consumerId)
        .bind("provider", providerId)
        .mapTo(Boolean.class)
        .one();
  }

  /// What is said of a verification when it is published.
  ///
  /// What a verifier says.
  ///
  /// @param testResults JSON text
  /// @param verifiedBy JSON text
  /// @param method `replay` or `comparison`
  public record Result(
      boolean success,
      Optional<String> buildUrl,
      Optional<String> testResults,
      Optional<String> verifiedBy,
      boolean isWip,
      boolean isPending,
      String method) {}

  /// Keeps what a verifier said of a content and a version of its provider.
  public VerificationRow add(long contentId, long providerVersionId, Result result, Instant now) {
    long id =
        handle
            .createQuery(
                """
                INSERT INTO verifications (content_id, number, provider_version_id, success,
                  build_url, test_results, verified_by, is_wip, is_pending, method, verified_at,
                  created_at)
                VALUES (:content, nextval('verification_numbers'), :version, :success, :url,
                  CAST(:results AS jsonb), CAST(:by AS jsonb), :wip, :pending, :method, :now, :now)
                RETURNING id
                """)
            .bind("content", contentId)
            .bind("version", providerVersionId)
            .bind("success", result.success())
            .bind("url", result.buildUrl().orElse(null))
            .bind("results", result.testResults().orElse(null))
            .bind("by", result.verifiedBy().orElse(null))
            .bind("wip", result.isWip())
            .bind("pending", result.isPending())
            .bind("method", result.method())
            .bind("now", now)
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            INSERT INTO latest_verifications AS l
              (content_id, provider_version_id, verification_id, success)
            VALUES (:content, :version, :id, :success)
            ON CONFLICT (content_id, provider_version_id) DO UPDATE
              SET verification_id = EXCLUDED.verification_id, success = EXCLUDED.success
              WHERE l.verification_id < EXCLUDED.verification_id
            """)
        .bind("content", contentId)
        .bind("version", providerVersionId)
        .bind("id", id)
        .bind("success", result.success())
        .execute();
    return find(id).orElseThrow();
  }

  /// Removes a verification; the one before it counts again.
  public void delete(VerificationRow row) {
    handle.createUpdate("DELETE FROM verifications WHERE id = :id").bind("id", row.id()).execute();
    handle
        .createUpdate(
            """
            INSERT INTO latest_verifications
              (content_id, provider_version_id, verification_id, success)
            SELECT content_id, provider_version_id, id, success FROM verifications
            WHERE content_id = :content AND provider_version_id = :version
            ORDER BY id DESC LIMIT 1
            ON CONFLICT (content_id, provider_version_id) DO NOTHING
            """)
        .bind("content", row.contentId())
        .bind("version", row.providerVersionId())
        .execute();
  }
}
