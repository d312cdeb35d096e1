package dev.concordat.model.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A row that a committed transaction inserted, updated or deleted.
///
/// @param part the database's name in the environment: `orders-db`
/// @param at when the transaction committed
/// @param columns the row's text values as the database prints them; an empty Optional is SQL NULL. Of a deleted row only
///     the key.
public record RowChange(
    String id,
    String part,
    String table,
    Kind kind,
    Instant at,
    Map<String, Optional<String>> columns)
    implements Exchange {
  /// What happened to the row.
  public enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  public RowChange {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  @Override
  public Optional<String> traceId() {
    return Optional.empty();
  }
}
