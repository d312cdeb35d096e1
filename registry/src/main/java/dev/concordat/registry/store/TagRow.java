package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A tag of a version.
public record TagRow(long versionId, long systemId, String name, Instant createdAt) {
  static TagRow of(ResultSet row) throws SQLException {
    return new TagRow(
        row.getLong("version_id"),
        row.getLong("system_id"),
        row.getString("name"),
        Columns.instant(row, "created_at"));
  }
}
