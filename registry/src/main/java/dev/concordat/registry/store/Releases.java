package dev.concordat.registry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is released and supported where. Several versions of a system may be at a time.
public final class Releases {
  private static final String ALL =
      "SELECT r.*, s.name AS system, v.number FROM released_versions r"
          + " JOIN systems s ON s.id = r.system_id JOIN versions v ON v.id = r.version_id ";

  private final Handle handle;

  public Releases(Handle handle) {
    this.handle = handle;
  }

  public Optional<ReleasedVersionRow> find(String uuid) {
    return handle
        .createQuery(ALL + " WHERE r.uuid = :uuid")
        .bind("uuid", uuid)
        .map((row, _) -> ReleasedVersionRow.of(row))
        .findOne();
  }

  /// What is supported in an environment now, by the order of release.
  public List<ReleasedVersionRow> now(long environmentId) {
    return handle
        .createQuery(
            ALL
                + " WHERE r.environment_id = :environment AND r.support_ended_at IS NULL"
                + " ORDER BY r.id")
        .bind("environment", environmentId)
        .map((row, _) -> ReleasedVersionRow.of(row))
        .list();
  }

  /// Where a version is supported now.
  public List<ReleasedVersionRow> nowOf(long versionId) {
    return handle
        .createQuery(
            ALL + " WHERE r.version_id = :version AND r.support_ended_at IS NULL ORDER BY r.id")
        .bind("version", versionId)
        .map((row, _) -> ReleasedVersionRow.of(row))
        .list();
  }

  public Optional<ReleasedVersionRow> of(long versionId, long environmentId) {
    return handle
        .createQuery(ALL + " WHERE r.version_id = :version AND r.environment_id = :environment")
        .bind("version", versionId)
        .bind("environment", environmentId)
        .map((row, _) -> ReleasedVersionRow.of(row))
        .findOne();
  }

  /// Says that a version was released; one whose support ended is supported again.
  public ReleasedVersionRow release(
      String uuid, VersionRow version, long environmentId, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO released_versions
              (uuid, system_id, version_id, environment_id, created_at, updated_at)
            VALUES (:uuid, :system, :version, :environment, :now, :now)
            ON CONFLICT (version_id, environment_id)
              DO UPDATE SET support_ended_at = NULL, updated_at = :now
            """)
        .bind("uuid", uuid)
        .bind("system", version.systemId())
        .bind("version", version.id())
        .bind("environment", environmentId)
        .bind("now", now)
        .execute();
    return of(version.id(), environmentId).orElseThrow();
  }

  /// Says whether a release is supported.
  public void support(String uuid, boolean supported, Instant now) {
    handle
        .createUpdate(
            "UPDATE released_versions SET updated_at = :now, support_ended_at ="
                + " CASE WHEN :supported THEN NULL ELSE coalesce(support_ended_at, :now) END"
                + " WHERE uuid = :uuid")
        .bind("uuid", uuid)
        .bind("supported", supported)
        .bind("now", now)
        .execute();
  }
}
