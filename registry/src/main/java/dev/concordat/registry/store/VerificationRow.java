package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What verifying a content by a version of its provider came to.
///
/// @param number counted over all verifications of the registry
/// @param testResults JSON text
/// @param verifiedBy JSON text: the tool
/// @param method `replay` for a run against the provider, `comparison` for two contracts that were compared
public record VerificationRow(
    long id,
    long contentId,
    int number,
    long providerVersionId,
    String providerVersion,
    boolean success,
    Optional<String> buildUrl,
    Optional<String> testResults,
    Optional<String> verifiedBy,
    boolean isWip,
    boolean isPending,
    String method,
    Instant verifiedAt,
    Instant createdAt) {
  static VerificationRow of(ResultSet row) throws SQLException {
    return new VerificationRow(
        row.getLong("id"),
        row.getLong("content_id"),
        row.getInt("number"),
        row.getLong("provider_version_id"),
        row.getString("provider_version"),
        row.getBoolean("success"),
        Columns.text(row, "build_url"),
        Columns.text(row, "test_results"),
        Columns.text(row, "verified_by"),
        row.getBoolean("is_wip"),
        row.getBoolean("is_pending"),
        row.getString("method"),
        Columns.instant(row, "verified_at"),
        Columns.instant(row, "created_at"));
  }
}
