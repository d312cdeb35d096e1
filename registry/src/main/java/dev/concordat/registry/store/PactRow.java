package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A publication with the names that belong to it: one version of a consumer said this of a provider.
///
/// @param id of the publication
/// @param sha how the Pact dialect names the content
/// @param revision counted from 1 for each consumer version; the highest one counts
public record PactRow(
    long id,
    long consumerId,
    String consumer,
    long providerId,
    String provider,
    long versionId,
    String number,
    long contentId,
    String sha,
    int revision,
    Instant createdAt) {
  static PactRow of(ResultSet row) throws SQLException {
    return new PactRow(
        row.getLong("id"),
        row.getLong("consumer_id"),
        row.getString("consumer"),
        row.getLong("provider_id"),
        row.getString("provider"),
        row.getLong("version_id"),
        row.getString("number"),
        row.getLong("content_id"),
        row.getString("sha"),
        row.getInt("revision"),
        Columns.instant(row, "created_at"));
  }
}
