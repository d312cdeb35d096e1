package dev.concordat.registry.store;

import dev.concordat.model.exchange.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What versions said: the newest revision of each publication is kept as the current one on every write.
public final class Publications {
  static final String PACTS =
      """
      SELECT p.id, p.consumer_id, c.name AS consumer, p.provider_id, o.name AS provider,
        p.version_id, v.number, p.content_id, k.sha, p.revision, p.created_at
      FROM publications p JOIN systems c ON c.id = p.consumer_id
        JOIN systems o ON o.id = p.provider_id JOIN versions v ON v.id = p.version_id
        JOIN contents k ON k.id = p.content_id
      """;

  private final Handle handle;

  public Publications(Handle handle) {
    this.handle = handle;
  }

  /// What a consumer version says now of a provider.
  public Optional<PactRow> find(long versionId, long providerId) {
    return one(
        query(" WHERE p.version_id = :version AND p.provider_id = :provider AND p.is_current")
            .bind("version", versionId)
            .bind("provider", providerId));
  }

  public Optional<PactRow> find(long id) {
    return one(query(" WHERE p.id = :id").bind("id", id));
  }

  /// What a consumer version says of all its providers, by the providers' names.
  public List<PactRow> of(long versionId) {
    return query(" WHERE p.version_id = :version AND p.is_current ORDER BY lower(o.name), o.name")
        .bind("version", versionId)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// What consumer versions say of a provider now, the newest first.
  ///
  /// @param consumerId empty for all consumers
  public List<PactRow> between(Optional<Long> consumerId, long providerId) {
    return query(
            " WHERE (CAST(:consumer AS bigint) IS NULL OR p.consumer_id = CAST(:consumer AS bigint))"
                + " AND p.provider_id = :provider AND p.is_current"
                + " ORDER BY lower(c.name), c.name, p.version_id DESC")
        .bind("consumer", consumerId.orElse(null))
        .bind("provider", providerId)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// The newest publication of a pair.
  public Optional<PactRow> newest(long consumerId, long providerId) {
    return one(
        query(
                " WHERE p.consumer_id = :consumer AND p.provider_id = :provider AND p.is_current"
                    + " ORDER BY p.version_id DESC LIMIT 1")
            .bind("consumer", consumerId)
            .bind("provider", providerId));
  }

  /// The newest publication of a pair by a version with a tag.
  public Optional<PactRow> newestTagged(long consumerId, long providerId, String tag) {
    return one(
        query(
                " JOIN tags t ON t.version_id = p.version_id AND t.name = :tag"
                    + " WHERE p.consumer_id = :consumer AND p.provider_id = :provider"
                    + " AND p.is_current ORDER BY p.version_id DESC LIMIT 1")
            .bind("consumer", consumerId)
            .bind("provider", providerId)
            .bind("tag", tag));
  }

  /// The newest publication of a pair by a version without tags.
  public Optional<PactRow> newestUntagged(long consumerId, long providerId) {
    return one(
        query(
                " WHERE p.consumer_id = :consumer AND p.provider_id = :provider AND p.is_current"
                    + " AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = p.version_id)"
                    + " ORDER BY p.version_id DESC LIMIT 1")
            .bind("consumer", consumerId)
            .bind("provider", providerId));
  }

  /// The newest publication of a pair by a version of a branch.
  public Optional<PactRow> newestOfBranch(long consumerId, long providerId, String branch) {
    return ofBranch(consumerId, providerId, branch).stream().findFirst();
  }

  /// The publications of a pair by versions of a branch, the newest first.
  public List<PactRow> ofBranch(long consumerId, long providerId, String branch) {
    return query(
            " JOIN branch_versions bv ON bv.version_id = p.version_id"
                + " JOIN branches b ON b.id = bv.branch_id AND b.name = :branch"
                + " WHERE p.consumer_id = :consumer AND p.provider_id = :provider"
                + " AND p.is_current ORDER BY p.version_id DESC")
        .bind("consumer", consumerId)
        .bind("provider", providerId)
        .bind("branch", branch)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// The newest publication that says a content.
  public Optional<PactRow> newestOf(long contentId) {
    return one(
        query(
                " WHERE p.content_id = :content ORDER BY p.is_current DESC, p.version_id DESC LIMIT 1")
            .bind("content", contentId));
  }

  /// All current publications that say a content, the newest first.
  public List<PactRow> saying(long contentId) {
    return query(" WHERE p.content_id = :content AND p.is_current ORDER BY p.version_id DESC")
        .bind("content", contentId)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// The publications to a provider by versions with a tag, by consumer, the oldest first.
  public List<PactRow> allTagged(long providerId, String tag) {
    return query(
            " JOIN tags t ON t.version_id = p.version_id AND t.name = :tag"
                + " WHERE p.provider_id = :provider AND p.is_current"
                + " ORDER BY lower(c.name), c.name, p.version_id")
        .bind("provider", providerId)
        .bind("tag", tag)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// The publications to a provider by versions of a branch, by consumer, the oldest first.
  public List<PactRow> allOfBranch(long providerId, String branch) {
    return query(
            " JOIN branch_versions bv ON bv.version_id = p.version_id"
                + " JOIN branches b ON b.id = bv.branch_id AND b.name = :branch"
                + " WHERE p.provider_id = :provider AND p.is_current"
                + " ORDER BY lower(c.name), c.name, p.version_id")
        .bind("provider", providerId)
        .bind("branch", branch)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// The publications to a provider by versions of their consumers' main branches, by consumer, the oldest first.
  public List<PactRow> allOfMainBranches(long providerId) {
    return query(
            " JOIN branch_versions bv ON bv.version_id = p.version_id"
                + " JOIN branches b ON b.id = bv.branch_id AND b.name = c.main_branch"
                + " WHERE p.provider_id = :provider AND p.is_current"
                + " ORDER BY lower(c.name), c.name, p.version_id")
        .bind("provider", providerId)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// What versions that are deployed, or released and supported, in an environment say of a provider.
  public List<PactRow> running(long providerId, long environmentId) {
    return query(
            " WHERE p.provider_id = :provider AND p.is_current AND p.version_id IN"
                + " (SELECT version_id FROM deployed_versions"
                + " WHERE environment_id = :environment AND undeployed_at IS NULL"
                + " UNION SELECT version_id FROM released_versions"
                + " WHERE environment_id = :environment AND support_ended_at IS NULL)"
                + " ORDER BY lower(c.name), c.name, p.version_id")
        .bind("provider", providerId)
        .bind("environment", environmentId)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// The newest publication of every pair, by consumer and provider: one look-up for each pair.
  public List<PactRow> newestOfEach() {
    return handle
        .createQuery(
            """
            SELECT p.id, i.consumer_id, c.name AS consumer, i.provider_id, o.name AS provider,
              p.version_id, v.number, p.content_id, k.sha, p.revision, p.created_at
            FROM integrations i CROSS JOIN LATERAL (SELECT * FROM publications q
                WHERE q.provider_id = i.provider_id AND q.consumer_id = i.consumer_id
                  AND q.is_current ORDER BY q.version_id DESC LIMIT 1) p
              JOIN systems c ON c.id = i.consumer_id JOIN systems o ON o.id = i.provider_id
              JOIN versions v ON v.id = p.version_id JOIN contents k ON k.id = p.content_id
            ORDER BY lower(c.name), lower(o.name), c.name, o.name
            """)
        .map((row, _) -> PactRow.of(row))
        .list();
  }

  /// The publication of the pair before this one, by the order of versions.
  public Optional<PactRow> before(PactRow pact) {
    return one(
        query(
                " WHERE p.consumer_id = :consumer AND p.provider_id = :provider AND p.is_current"
                    + " AND p.version_id < :version ORDER BY p.version_id DESC LIMIT 1")
            .bind("consumer", pact.consumerId())
            .bind("provider", pact.providerId())
            .bind("version", pact.versionId()));
  }

  /// The publication of the pair after this one.
  public Optional<PactRow> after(PactRow pact) {
    return one(
        query(
                " WHERE p.consumer_id = :consumer AND p.provider_id = :provider AND p.is_current"
                    + " AND p.version_id > :version ORDER BY p.version_id LIMIT 1")
            .bind("consumer", pact.consumerId())
            .bind("provider", pact.providerId())
            .bind("version", pact.versionId()));
  }

  /// The newest publication of the pair before this one by a version with a tag.
  public Optional<PactRow> taggedBefore(PactRow pact, String tag) {
    return one(
        query(
                " JOIN tags t ON t.version_id = p.version_id AND t.name = :tag"
                    + " WHERE p.consumer_id = :consumer AND p.provider_id = :provider"
                    + " AND p.is_current AND p.version_id < :version"
                    + " ORDER BY p.version_id DESC LIMIT 1")
            .bind("consumer", pact.consumerId())
            .bind("provider", pact.providerId())
            .bind("version", pact.versionId())
            .bind("tag", tag));
  }

  /// The newest publication of the pair before this one by a version without tags.
  public Optional<PactRow> untaggedBefore(PactRow pact) {
    return one(
        query(
                " WHERE p.consumer_id = :consumer AND p.provider_id = :provider AND p.is_current"
                    + " AND p.version_id < :version"
                    + " AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = p.version_id)"
                    + " ORDER BY p.version_id DESC LIMIT 1")
            .bind("consumer", pact.consumerId())
            .bind("provider", pact.providerId())
            .bind("version", pact.versionId()));
  }

  /// The newest publication of the pair before this one that says something else.
  public Optional<PactRow> previousDistinct(PactRow pact) {
    return one(
        query(
                " WHERE p.consumer_id = :consumer AND p.provider_id = :provider AND p.is_current"
                    + " AND p.version_id < :version AND p.content_id <> :content"
                    + " ORDER BY p.version_id DESC LIMIT 1")
            .bind("consumer", pact.consumerId())
            .bind("provider", pact.providerId())
            .bind("version", pact.versionId())
            .bind("content", pact.contentId()));
  }

  /// Says that a version published a content; an earlier publication to the same provider is kept as an older revision.
  /// The version must be locked ({@link Versions#ensure}).
  ///
  /// @param consumerId empty for what a provider provides
  /// @param bytes as published, where they differ from those of the content
  /// @return the id of the publication
  public long add(
      Optional<Long> consumerId,
      long providerId,
      long versionId,
      long contentId,
      Optional<Bytes> bytes,
      Instant now) {
    int last =
        handle
            .createQuery(
                "SELECT coalesce(max(revision), 0) FROM publications WHERE version_id = :version"
                    + " AND provider_id = :provider"
                    + " AND consumer_id IS NOT DISTINCT FROM CAST(:consumer AS bigint)")
            .bind("version", versionId)
            .bind("provider", providerId)
            .bind("consumer", consumerId.orElse(null))
            .mapTo(Integer.class)
            .one();
    handle
        .createUpdate(
            "UPDATE publications SET is_current = false WHERE version_id = :version"
                + " AND provider_id = :provider AND is_current"
                + " AND consumer_id IS NOT DISTINCT FROM CAST(:consumer AS bigint)")
        .bind("version", versionId)
        .bind("provider", providerId)
        .bind("consumer", consumerId.orElse(null))
        .execute();
    return handle
        .createQuery(
            """
            INSERT INTO publications
              (consumer_id, provider_id, version_id, content_id, revision, is_current, bytes,
               created_at)
            VALUES (:consumer, :provider, :version, :content, :revision, true, :bytes, :now)
            RETURNING id
            """)
        .bind("consumer", consumerId.orElse(null))
        .bind("provider", providerId)
        .bind("version", versionId)
        .bind("content", contentId)
        .bind("revision", last + 1)
        .bind("bytes", bytes.map(Bytes::toArray).orElse(null))
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  /// Removes what versions said of a provider, all revisions of it. Contents that nobody says any more go with it.
  public void delete(List<PactRow> pacts) {
    for (PactRow pact : pacts) {
      handle
          .createUpdate(
              "DELETE FROM publications WHERE version_id = :version AND provider_id = :provider"
                  + " AND consumer_id = :consumer")
          .bind("version", pact.versionId())
          .bind("provider", pact.providerId())
          .bind("consumer", pact.consumerId())
          .execute();
    }
    pacts.stream().map(PactRow::providerId).distinct().forEach(new Contents(handle)::deleteUnsaid);
  }

  private Query query(String where) {
    return handle.createQuery(PACTS + where);
  }

  private static Optional<PactRow> one(Query query) {
    return query.map((row, _) -> PactRow.of(row)).findOne();
  }
}
