package dev.concordat.standin.wiremock.template;

import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// A moment and how it is shown: ISO 8601 unless told otherwise. A `Date`, because the library's `dateFormat` takes one.
@SuppressWarnings("JavaUtilDate")
final class ShownDate extends Date {
  private static final long serialVersionUID = 1L;
  private static final long MILLIS = 1_000;

  private final @Nullable String format;
  private final transient @Nullable ZoneId zone;

  /// @param format letters of `SimpleDateFormat`, `epoch` for milliseconds since 1970, or `unix` for seconds
  ShownDate(long millis, @Nullable String format, @Nullable ZoneId zone) {
    super(millis);
    this.format = format;
    this.zone = zone;
  }

  @Nullable ZoneId zone() {
    return zone;
  }

  @Override
  public String toString() {
    return switch (format) {
      case null ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              Instant.ofEpochMilli(getTime())
                  .truncatedTo(ChronoUnit.SECONDS)
                  .atZone(zone == null ? ZoneOffset.UTC : zone)
                  .toOffsetDateTime());
      case "epoch" -> Long.toString(getTime());
      case "unix" -> Long.toString(getTime() / MILLIS);
      default -> formatted(format);
    };
  }

  private String formatted(String pattern) {
    try {
      var letters = new SimpleDateFormat(pattern, Locale.ENGLISH);
      letters.setTimeZone(TimeZone.getTimeZone(zone == null ? ZoneOffset.UTC : zone));
      return letters.format(this);
    } catch (IllegalArgumentException e) {
      return Failures.text(pattern + " is no format of dates");
    }
  }
}
