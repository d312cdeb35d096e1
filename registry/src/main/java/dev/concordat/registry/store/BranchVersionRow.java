package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A version on a branch.
///
/// @param latest whether it is the newest version of the branch
public record BranchVersionRow(
    long branchId,
    String branch,
    long versionId,
    String number,
    boolean latest,
    Instant createdAt,
    Instant updatedAt) {
  static BranchVersionRow of(ResultSet row) throws SQLException {
    return new BranchVersionRow(
        row.getLong("branch_id"),
        row.getString("branch"),
        row.getLong("version_id"),
        row.getString("number"),
        row.getBoolean("latest"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
