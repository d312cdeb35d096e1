package dev.concordat.registry.store;

import dev.concordat.model.exchange.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The content of a contract: what one consumer needs of one provider, or what a provider provides.
///
/// @param consumerId empty for what a provider provides
/// @param kind `pact`, `openapi`, `asyncapi`, `graphql`, `protobuf`, `avro`, `json-schema`
/// @param sha how the Pact dialect names it, 40 hexadecimal digits
/// @param digest of the meaning
/// @param bytes as published first
public record ContentRow(
    long id,
    Optional<Long> consumerId,
    long providerId,
    String kind,
    String sha,
    String digest,
    String mediaType,
    Bytes bytes,
    Instant createdAt) {
  static ContentRow of(ResultSet row) throws SQLException {
    return new ContentRow(
        row.getLong("id"),
        Columns.number(row, "consumer_id"),
        row.getLong("provider_id"),
        row.getString("kind"),
        row.getString("sha"),
        row.getString("digest"),
        row.getString("media_type"),
        Bytes.of(row.getBytes("bytes")),
        Columns.instant(row, "created_at"));
  }
}
