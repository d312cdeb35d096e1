package dev.concordat.registry.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// When something happened that is copied from another broker. A request of the Pact dialect with this header takes effect as of
/// that time, and tells nobody: whoever had to know was told when it happened. Only administrators may send it.
public final class Happened {
  /// A time as ISO 8601 writes it, with its offset: `2026-01-31T12:00:00+00:00`.
  public static final String HEADER = "Concordat-Happened-At";

  private Happened() {}

  /// The time; empty where nothing is said, or no time.
  public static Optional<Instant> at(Asked asked) {
    return asked.header(HEADER).flatMap(Happened::read);
  }

  /// Whether a request says that it is about the past.
  public static boolean isSaid(Asked asked) {
    return asked.header(HEADER).isPresent();
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
