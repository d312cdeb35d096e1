package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A system: what the Pact dialect calls a pacticipant.
///
/// @param name as written by who mentioned it first
/// @param owner the team that is told
public record SystemRow(
    long id,
    String name,
    Optional<String> displayName,
    Optional<String> repositoryUrl,
    Optional<String> repositoryName,
    Optional<String> repositoryNamespace,
    Optional<String> mainBranch,
    Optional<String> owner,
    Instant createdAt,
    Instant updatedAt) {
  static SystemRow of(ResultSet row) throws SQLException {
    return new SystemRow(
        row.getLong("id"),
        row.getString("name"),
        Columns.text(row, "display_name"),
        Columns.text(row, "repository_url"),
        Columns.text(row, "repository_name"),
        Columns.text(row, "repository_namespace"),
        Columns.text(row, "main_branch"),
        Columns.text(row, "owner"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
