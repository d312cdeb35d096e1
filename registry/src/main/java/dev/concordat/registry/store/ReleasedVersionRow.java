package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A version that was released to an environment: it runs where nobody can count it.
///
/// @param supportEndedAt empty while it is supported
public record ReleasedVersionRow(
    long id,
    String uuid,
    long systemId,
    String system,
    long versionId,
    String number,
    long environmentId,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> supportEndedAt) {
  static ReleasedVersionRow of(ResultSet row) throws SQLException {
    return new ReleasedVersionRow(
        row.getLong("id"),
        row.getString("uuid"),
        row.getLong("system_id"),
        row.getString("system"),
        row.getLong("version_id"),
        row.getString("number"),
        row.getLong("environment_id"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        Columns.optionalInstant(row, "support_ended_at"));
  }
}
