package dev.concordat.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Reads columns into the types of rows; a column may be null where the answer is optional.
public final class Columns {
  private Columns() {}

  /// The moment in a column that is never null.
  public static Instant instant(ResultSet row, String name) throws SQLException {
    return row.getObject(name, OffsetDateTime.class).toInstant();
  }

  /// The moment in a column, empty where it is null.
  public static Optional<Instant> optionalInstant(ResultSet row, String name) throws SQLException {
    return Optional.ofNullable(row.getObject(name, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /// The text in a column, empty where it is null.
  public static Optional<String> text(ResultSet row, String name) throws SQLException {
    return Optional.ofNullable(row.getString(name));
  }

  /// The whole number in a column, empty where it is null.
  public static Optional<Long> number(ResultSet row, String name) throws SQLException {
    return Optional.ofNullable(row.getObject(name, Long.class));
  }
}
