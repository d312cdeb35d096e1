package dev.concordat.registry.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How moments are written.
public final class Moments {
  private static final DateTimeFormatter DIALECT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter PEOPLE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moments() {}

  /// As the Pact dialect writes it: `2026-11-22T13:15:21+00:00`.
  public static String dialect(Instant instant) {
    return DIALECT.format(instant);
  }

  /// For people, to the minute: `2026-11-22 13:15 UTC`.
  public static String people(Instant instant) {
    return PEOPLE.format(instant);
  }
}
