package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A consumer and a provider with contracts between them.
public record IntegrationRow(
    long consumerId,
    String consumer,
    long providerId,
    String provider,
    Instant createdAt,
    Optional<Instant> contractDataUpdatedAt) {
  static IntegrationRow of(ResultSet row) throws SQLException {
    return new IntegrationRow(
        row.getLong("consumer_id"),
        row.getString("consumer"),
        row.getLong("provider_id"),
        row.getString("provider"),
        Columns.instant(row, "created_at"),
        Columns.optionalInstant(row, "contract_data_updated_at"));
  }
}
