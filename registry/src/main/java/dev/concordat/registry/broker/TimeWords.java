package dev.concordat.registry.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times in words, as people say them.
final class TimeWords {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE dd MMM yyyy, h:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HALF =
      DateTimeFormatter.ofPattern("a", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;
  private static final long MONTH = 30 * DAY;
  private static final long YEAR = 365 * DAY;

  private TimeWords() {}

  /// `Sun 22 Nov 2026, 1:18pm +00:00`
  static String date(Instant instant) {
    return DATE.format(instant) + HALF.format(instant).toLowerCase(Locale.ROOT) + " +00:00";
  }

  /// How long, in the largest unit that fits.
  static String distance(Instant from, Instant to) {
    long minutes = Math.round(Duration.between(from, to).abs().toMillis() / 60_000.0);
    if (minutes < 1) {
      return "less than a minute";
    }
    if (minutes < 45) {
      return some(minutes, "minute");
    }
    if (minutes < DAY) {
      return "about " + some(Math.max(1, Math.round((double) minutes / HOUR)), "hour");
    }
    if (minutes < MONTH) {
      return some(Math.max(1, Math.round((double) minutes / DAY)), "day");
    }
    if (minutes < YEAR) {
      return some(Math.max(1, Math.round((double) minutes / MONTH)), "month");
    }
    return "about " + some(Math.max(1, Math.round((double) minutes / YEAR)), "year");
  }

  private static String some(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
