package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Reads columns into the types of rows.
final class Columns {
  private Columns() {}

  static Instant instant(ResultSet row, String name) throws SQLException {
    return row.getObject(name, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> optionalInstant(ResultSet row, String name) throws SQLException {
    return Optional.ofNullable(row.getObject(name, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<String> text(ResultSet row, String name) throws SQLException {
    return Optional.ofNullable(row.getString(name));
  }

  static Optional<Long> number(ResultSet row, String name) throws SQLException {
    return Optional.ofNullable(row.getObject(name, Long.class));
  }
}
