package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A version of a system. Versions are ordered by their id: the order in which the registry heard of them.
public record VersionRow(
    long id,
    long systemId,
    String number,
    Optional<String> buildUrl,
    Instant createdAt,
    Instant updatedAt) {
  static VersionRow of(ResultSet row) throws SQLException {
    return new VersionRow(
        row.getLong("id"),
        row.getLong("system_id"),
        row.getString("number"),
        Columns.text(row, "build_url"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
