package dev.concordat.registry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is deployed where. A new version takes the place of the one before it in the same environment and instance.
public final class Deployments {
  private static final String ALL =
      "SELECT d.*, s.name AS system, v.number FROM deployed_versions d"
          + " JOIN systems s ON s.id = d.system_id JOIN versions v ON v.id = d.version_id ";

  private final Handle handle;

  public Deployments(Handle handle) {
    this.handle = handle;
  }

  public Optional<DeployedVersionRow> find(String uuid) {
    return handle
        .createQuery(ALL + " WHERE d.uuid = :uuid")
        .bind("uuid", uuid)
        .map((row, _) -> DeployedVersionRow.of(row))
        .findOne();
  }

  /// What runs in an environment now, by the order of deployment.
  public List<DeployedVersionRow> now(long environmentId) {
    return handle
        .createQuery(
            ALL
                + " WHERE d.environment_id = :environment AND d.undeployed_at IS NULL ORDER BY d.id")
        .bind("environment", environmentId)
        .map((row, _) -> DeployedVersionRow.of(row))
        .list();
  }

  /// Where a version runs now, by the order of deployment.
  public List<DeployedVersionRow> nowOf(long versionId) {
    return handle
        .createQuery(
            ALL + " WHERE d.version_id = :version AND d.undeployed_at IS NULL ORDER BY d.id")
        .bind("version", versionId)
        .map((row, _) -> DeployedVersionRow.of(row))
        .list();
  }

  /// Where versions of a system run now, by the order of deployment.
  public List<DeployedVersionRow> nowOfSystem(long systemId) {
    return handle
        .createQuery(ALL + " WHERE d.system_id = :system AND d.undeployed_at IS NULL ORDER BY d.id")
        .bind("system", systemId)
        .map((row, _) -> DeployedVersionRow.of(row))
        .list();
  }

  /// All deployments of a version to an environment, the first one first.
  public List<DeployedVersionRow> of(long versionId, long environmentId) {
    return handle
        .createQuery(
            ALL
                + " WHERE d.version_id = :version AND d.environment_id = :environment ORDER BY d.id")
        .bind("version", versionId)
        .bind("environment", environmentId)
        .map((row, _) -> DeployedVersionRow.of(row))
        .list();
  }

  /// Says that a version was deployed. The same version in the same place stays as it is.
  public DeployedVersionRow deploy(
      String uuid, VersionRow version, long environmentId, Optional<String> target, Instant now) {
    // One at a time for each environment, or two deployments would both believe that nothing runs
    // there.
    handle
        .createQuery("SELECT id FROM environments WHERE id = :environment FOR NO KEY UPDATE")
        .bind("environment", environmentId)
        .mapTo(Long.class)
        .one();
    Optional<DeployedVersionRow> running =
        now(environmentId).stream()
            .filter(row -> row.systemId() == version.systemId() && row.target().equals(target))
            .findFirst();
    if (running.isPresent() && running.get().versionId() == version.id()) {
      return running.get();
    }
    running.ifPresent(row -> undeploy(row.uuid(), now));
    handle
        .createUpdate(
            """
            INSERT INTO deployed_versions
              (uuid, system_id, version_id, environment_id, target, created_at, updated_at)
            VALUES (:uuid, :system, :version, :environment, :target, :now, :now)
            """)
        .bind("uuid", uuid)
        .bind("system", version.systemId())
        .bind("version", version.id())
        .bind("environment", environmentId)
        .bind("target", target.orElse(null))
        .bind("now", now)
        .execute();
    return find(uuid).orElseThrow();
  }

  /// Says that a deployment is gone; it may be already.
  public void undeploy(String uuid, Instant now) {
    handle
        .createUpdate(
            "UPDATE deployed_versions SET undeployed_at = :now, updated_at = :now"
                + " WHERE uuid = :uuid AND undeployed_at IS NULL")
        .bind("uuid", uuid)
        .bind("now", now)
        .execute();
  }
}
