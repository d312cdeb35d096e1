package dev.concordat.registry.verification;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Finds the contents whose verification counts already. A content is settled for a branch once a version of the branch
/// verified it successfully, or a version of another branch did before this one was created; for tags likewise.
final class PendingStore {
  // The limit keeps the look-up of each content on its own; a plain EXISTS is joined by reading all
  // verifications.
  private static final String SUCCESS =
      """
      SELECT asked.content_id FROM unnest(:contents) AS asked(content_id) CROSS JOIN LATERAL (
        SELECT 1 FROM verifications r%s
        WHERE r.content_id = asked.content_id AND r.success%s LIMIT 1) one
      """;

  private static final String ON_BRANCH =
      " JOIN branch_versions bv ON bv.version_id = r.provider_version_id"
          + " JOIN branches b ON b.id = bv.branch_id";

  private static final String WITH_TAG = " JOIN tags t ON t.version_id = r.provider_version_id";

  private static final String NOT_WIP = " AND NOT r.is_wip";

  private final Handle handle;
  private final long providerId;

  PendingStore(Handle handle, long providerId) {
    this.handle = handle;
    this.providerId = providerId;
  }

  /// Those that any version of the provider verified successfully.
  Set<Long> settled(Collection<Long> contentIds) {
    return contents(handle.createQuery(SUCCESS.formatted("", "")), contentIds);
  }

  /// Those that are settled for a branch.
  Set<Long> settledForBranch(Collection<Long> contentIds, String branch) {
    Set<Long> settled = new HashSet<>(onBranch(contentIds, branch, ""));
    settled.addAll(
        contents(
            handle
                .createQuery(
                    SUCCESS.formatted(
                        ON_BRANCH,
                        " AND b.name <> :branch AND r.created_at < coalesce("
                            + "(SELECT created_at FROM branches WHERE system_id = :provider"
                            + " AND name = :branch), 'infinity')"))
                .bind("provider", providerId)
                .bind("branch", branch),
            without(contentIds, settled)));
    return settled;
  }

  /// Those that are no work in progress for a branch: verified by it, or by another one before its first version, not
  /// counting verifications that were work in progress themselves.
  Set<Long> doneForBranch(Collection<Long> contentIds, String branch) {
    Set<Long> done = new HashSet<>(onBranch(contentIds, branch, NOT_WIP));
    done.addAll(
        contents(
            handle
                .createQuery(
                    SUCCESS.formatted(
                        ON_BRANCH,
                        NOT_WIP
                            + " AND b.name <> :branch AND r.verified_at < coalesce("
                            + "(SELECT v.created_at FROM branches o"
                            + " JOIN branch_versions ov ON ov.branch_id = o.id"
                            + " JOIN versions v ON v.id = ov.version_id"
                            + " WHERE o.system_id = :provider AND o.name = :branch"
                            + " ORDER BY ov.created_at, ov.version_id LIMIT 1), 'infinity')"))
                .bind("provider", providerId)
                .bind("branch", branch),
            without(contentIds, done)));
    return done;
  }

  /// Those that are settled for a tag.
  Set<Long> settledForTag(Collection<Long> contentIds, String tag) {
    return forTag(contentIds, tag, "r.created_at", "");
  }

  /// Those that are no work in progress for a tag.
  Set<Long> doneForTag(Collection<Long> contentIds, String tag) {
    return forTag(contentIds, tag, "r.verified_at", NOT_WIP);
  }

  private Set<Long> onBranch(Collection<Long> contentIds, String branch, String condition) {
    return contents(
        handle
            .createQuery(SUCCESS.formatted(ON_BRANCH, condition + " AND b.name = :branch"))
            .bind("branch", branch),
        contentIds);
  }

  private Set<Long> forTag(Collection<Long> contentIds, String tag, String time, String condition) {
    Set<Long> found =
        new HashSet<>(
            contents(
                handle
                    .createQuery(SUCCESS.formatted(WITH_TAG, condition + " AND t.name = :tag"))
                    .bind("tag", tag),
                contentIds));
    found.addAll(
        contents(
            handle
                .createQuery(
                    SUCCESS.formatted(
                        WITH_TAG,
                        condition
                            + " AND t.name <> :tag AND "
                            + time
                            + " < coalesce((SELECT min(created_at) FROM tags"
                            + " WHERE system_id = :provider AND name = :tag), 'infinity')"))
                .bind("provider", providerId)
                .bind("tag", tag),
            without(contentIds, found)));
    return found;
  }

  /// What the first of two questions left open: the second looks at every verification of a content that it does not find.
  private static Set<Long> without(Collection<Long> contentIds, Set<Long> found) {
    Set<Long> rest = new HashSet<>(contentIds);
    rest.removeAll(found);
    return rest;
  }

  private static Set<Long> contents(Query query, Collection<Long> contentIds) {
    if (contentIds.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        query.bindArray("contents", Long.class, List.copyOf(contentIds)).mapTo(Long.class).list());
  }

  /// The id of a provider.
  static Optional<Long> provider(Handle handle, String name) {
    return handle
        .createQuery("SELECT id FROM systems WHERE name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }
}
