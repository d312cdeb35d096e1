package dev.concordat.registry.contract;

import org.jdbi.v3.core.Handle;

/// Whether a content still waits for a result of a provider version that matters: the head of the main branch, what is
/// deployed, what is released and supported.
final class RequiredVerifications {
  private RequiredVerifications() {}

  static boolean areMissing(Handle handle, long contentId, long providerId) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1 FROM (
                SELECT b.head_version_id AS version_id
                  FROM branches b JOIN systems s ON s.id = b.system_id AND s.main_branch = b.name
                  WHERE s.id = :provider
                UNION SELECT version_id FROM deployed_versions
                  WHERE system_id = :provider AND undeployed_at IS NULL
                UNION SELECT version_id FROM released_versions
                  WHERE system_id = :provider AND support_ended_at IS NULL) needed
              WHERE needed.version_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM latest_verifications l WHERE l.content_id = :content
                  AND l.provider_version_id = needed.version_id))
            """)
        .bind("provider", providerId)
        .bind("content", contentId)
        .mapTo(Boolean.class)
        .one();
  }
}
