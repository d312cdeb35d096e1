package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A branch of a system.
///
/// @param headVersionId the newest version on it; empty where none is left
public record BranchRow(
    long id,
    long systemId,
    String name,
    Optional<Long> headVersionId,
    Instant createdAt,
    Instant updatedAt) {
  static BranchRow of(ResultSet row) throws SQLException {
    return new BranchRow(
        row.getLong("id"),
        row.getLong("system_id"),
        row.getString("name"),
        Columns.number(row, "head_version_id"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
