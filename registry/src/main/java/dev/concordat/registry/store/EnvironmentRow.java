package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// An environment that versions are deployed to.
///
/// @param uuid how the Pact dialect names it
/// @param contacts JSON text, a list
public record EnvironmentRow(
    long id,
    String uuid,
    String name,
    Optional<String> displayName,
    boolean production,
    Optional<String> contacts,
    Instant createdAt,
    Instant updatedAt) {
  static EnvironmentRow of(ResultSet row) throws SQLException {
    return new EnvironmentRow(
        row.getLong("id"),
        row.getString("uuid"),
        row.getString("name"),
        Columns.text(row, "display_name"),
        row.getBoolean("production"),
        Columns.text(row, "contacts"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
