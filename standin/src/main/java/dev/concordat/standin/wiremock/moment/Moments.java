package dev.concordat.standin.wiremock.moment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads moments as they are written in HTTP and JSON.
public final class Moments {
  private static final ZoneId GREENWICH = ZoneId.of("GMT");

  /// ISO 8601, and the three forms of HTTP dates (RFC 9110 section 5.6.7).
  private static final List<DateTimeFormatter> USUAL =
      List.of(
          DateTimeFormatter.ISO_ZONED_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
          DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss yyyy", Locale.US).withZone(GREENWICH),
          DateTimeFormatter.ofPattern("EEE MMM  d HH:mm:ss yyyy", Locale.US).withZone(GREENWICH));

  private Moments() {}

  /// A moment, with the zone that its text names or without one.
  public sealed interface Moment {
    /// With a zone.
    record Zoned(ZonedDateTime time) implements Moment {}

    /// Without one.
    record Local(LocalDateTime time) implements Moment {}
  }

  /// The moment that a text names in one of the usual forms.
  public static Optional<Moment> parse(String text) {
    for (DateTimeFormatter form : USUAL) {
      Optional<Moment> moment = parse(text, form);
      if (moment.isPresent()) {
        return moment;
      }
    }
    return parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        .or(() -> parse(text, DateTimeFormatter.ISO_LOCAL_DATE));
  }

  /// The moment that a text names in this form.
  ///
  /// @param format letters of {@link DateTimeFormatter}, `unix` for seconds since 1970, or `epoch` for milliseconds
  public static Optional<Moment> parse(String text, String format) {
    try {
      return switch (format) {
        case "unix" -> Optional.of(at(Instant.ofEpochSecond(Long.parseLong(text.strip()))));
        case "epoch" -> Optional.of(at(Instant.ofEpochMilli(Long.parseLong(text.strip()))));
        default -> parse(text, DateTimeFormatter.ofPattern(format, Locale.US));
      };
    } catch (IllegalArgumentException | DateTimeException noNumberOrNoFormat) {
      return Optional.empty();
    }
  }

  /// Whether moments can be written in this form.
  public static boolean isFormat(String format) {
    if (format.equals("unix") || format.equals("epoch")) {
      return true;
    }
    try {
      var _ = DateTimeFormatter.ofPattern(format, Locale.US);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Moment at(Instant instant) {
    return new Moment.Zoned(instant.atZone(ZoneOffset.UTC));
  }

  private static Optional<Moment> parse(String text, DateTimeFormatter form) {
    try {
      TemporalAccessor parsed = form.parse(text);
      ZoneId zone = parsed.query(TemporalQueries.zone());
      LocalDate date = parsed.query(TemporalQueries.localDate());
      if (date == null) {
        return Optional.empty();
      }
      var clock = parsed.query(TemporalQueries.localTime());
      LocalDateTime time = clock == null ? date.atStartOfDay() : date.atTime(clock);
      return Optional.of(
          zone == null ? new Moment.Local(time) : new Moment.Zoned(time.atZone(zone)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
