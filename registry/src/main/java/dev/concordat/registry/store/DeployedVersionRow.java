package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A version that was deployed to an environment, perhaps as one of several instances.
///
/// @param target the application instance
/// @param undeployedAt empty while it is deployed
public record DeployedVersionRow(
    long id,
    String uuid,
    long systemId,
    String system,
    long versionId,
    String number,
    long environmentId,
    Optional<String> target,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> undeployedAt) {
  static DeployedVersionRow of(ResultSet row) throws SQLException {
    return new DeployedVersionRow(
        row.getLong("id"),
        row.getString("uuid"),
        row.getLong("system_id"),
        row.getString("system"),
        row.getLong("version_id"),
        row.getString("number"),
        row.getLong("environment_id"),
        Columns.text(row, "target"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        Columns.optionalInstant(row, "undeployed_at"));
  }
}
