package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Date-times with an offset (RFC 3339) as instants.
final class Instants {
  private static final int SHORTEST = "2026-01-01T00:00Z".length();

  private Instants() {}

  static Optional<Instant> of(JsonValue value) {
    if (!(value instanceof JsonString(String text)) || text.length() < SHORTEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
