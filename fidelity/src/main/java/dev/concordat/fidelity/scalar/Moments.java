package dev.concordat.fidelity.scalar;

import dev.concordat.fidelity.change.Alteration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What happened to a date, a time or an instant that is written as text (ISO 8601, RFC 3339, and the space between date
/// and time that databases write).
final class Moments {
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(.*)");

  private static final Pattern OFFSET = Pattern.compile("[Zz]|[+-]\\d{2}(?::?\\d{2})?");

  /// `12/31/2026` and `31.12.2026`.
  private static final Pattern NUMERIC_DATE =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})([./-])(\\d{4})");

  private static final List<ChronoUnit> UNITS =
      List.of(
          ChronoUnit.MICROS,
          ChronoUnit.MILLIS,
          ChronoUnit.SECONDS,
          ChronoUnit.MINUTES,
          ChronoUnit.DAYS);

  /// Farther apart than any zone is from another one: another value, not a shifted one.
  private static final Duration FARTHEST = Duration.ofHours(27);

  private Moments() {}

  private sealed interface Moment {
    record Instant(OffsetDateTime at) implements Moment {}

    record Local(LocalDateTime at) implements Moment {}

    record Day(LocalDate on) implements Moment {}
  }

  /// What happened; nothing if one of the two is no time, or they are written alike.
  static Optional<Alteration> alteration(String sent, String received) {
    if (sent.equals(received)) {
      return Optional.empty();
    }
    Optional<Alteration> swapped = swappedNumbers(sent, received);
    return swapped.isPresent()
        ? swapped
        : parse(sent).flatMap(from -> parse(received).map(to -> compared(from, to)));
  }

  private static Alteration compared(Moment sent, Moment received) {
    return switch (sent) {
      case Moment.Instant(OffsetDateTime from) -> ofInstant(from, received);
      case Moment.Local(LocalDateTime from) -> ofLocal(from, received);
      case Moment.Day(LocalDate from) -> ofDay(from, received);
    };
  }

  private static Alteration ofInstant(OffsetDateTime sent, Moment received) {
    return switch (received) {
      case Moment.Instant(OffsetDateTime to) -> instants(sent, to);
      case Moment.Local ignored -> Alteration.OFFSET_LOST;
      case Moment.Day(LocalDate to) ->
          to.equals(sent.toLocalDate()) ? Alteration.TIME_CUT : Alteration.TIME_SHIFTED;
    };
  }

  private static Alteration instants(OffsetDateTime sent, OffsetDateTime received) {
    if (sent.isEqual(received)) {
      return Alteration.INSTANT_REWRITTEN;
    }
    if (isCut(utc(sent), utc(received)) || isCutWithOffset(sent, received)) {
      return Alteration.TIME_CUT;
    }
    return near(Duration.between(sent, received))
        .orElseGet(() -> swapped(sent.toLocalDate(), received.toLocalDate()));
  }

  private static Alteration ofLocal(LocalDateTime sent, Moment received) {
    return switch (received) {
      case Moment.Instant ignored -> Alteration.INVENTED;
      case Moment.Local(LocalDateTime to) -> locals(sent, to);
      case Moment.Day(LocalDate to) ->
          to.equals(sent.toLocalDate()) ? Alteration.TIME_CUT : Alteration.TIME_SHIFTED;
    };
  }

  private static Alteration locals(LocalDateTime sent, LocalDateTime received) {
    if (sent.equals(received)) {
      return Alteration.INSTANT_REWRITTEN;
    }
    if (isCut(sent, received)) {
      return Alteration.TIME_CUT;
    }
    return near(Duration.between(sent, received))
        .orElseGet(() -> swapped(sent.toLocalDate(), received.toLocalDate()));
  }

  private static Alteration ofDay(LocalDate sent, Moment received) {
    return switch (received) {
      case Moment.Day(LocalDate to) -> days(sent, to);
      case Moment.Local(LocalDateTime to) ->
          to.toLocalDate().equals(sent) ? Alteration.INVENTED : Alteration.TIME_SHIFTED;
      case Moment.Instant(OffsetDateTime to) ->
          to.toLocalDate().equals(sent) ? Alteration.INVENTED : Alteration.TIME_SHIFTED;
    };
  }

  private static Alteration days(LocalDate sent, LocalDate received) {
    return Math.abs(ChronoUnit.DAYS.between(sent, received)) == 1
        ? Alteration.TIME_SHIFTED
        : swapped(sent, received);
  }

  /// Cut where it stood, when the offset was another one than that of UTC.
  private static boolean isCutWithOffset(OffsetDateTime sent, OffsetDateTime received) {
    return sent.getOffset().equals(received.getOffset())
        && isCut(sent.toLocalDateTime(), received.toLocalDateTime());
  }

  private static LocalDateTime utc(OffsetDateTime at) {
    return at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  private static boolean isCut(LocalDateTime sent, LocalDateTime received) {
    return UNITS.stream()
        .anyMatch(
            unit ->
                sent.truncatedTo(unit).equals(received) || rounded(sent, unit).equals(received));
  }

  private static LocalDateTime rounded(LocalDateTime sent, ChronoUnit unit) {
    Duration half = unit.getDuration().dividedBy(2);
    return sent.plus(half).truncatedTo(unit);
  }

  /// Instants that lie apart as zones and summer times do.
  private static Optional<Alteration> near(Duration apart) {
    boolean isZone =
        apart.abs().compareTo(FARTHEST) <= 0
            && apart.getSeconds() % Duration.ofMinutes(15).toSeconds() == 0
            && apart.getNano() == 0;
    return isZone ? Optional.of(Alteration.TIME_SHIFTED) : Optional.empty();
  }

  private static Alteration swapped(LocalDate sent, LocalDate received) {
    boolean isSwapped =
        sent.getYear() == received.getYear()
            && sent.getMonthValue() == received.getDayOfMonth()
            && sent.getDayOfMonth() == received.getMonthValue();
    return isSwapped ? Alteration.DATE_SWAPPED : Alteration.VALUE_CHANGED;
  }

  private static Optional<Alteration> swappedNumbers(String sent, String received) {
    var from = NUMERIC_DATE.matcher(sent);
    var to = NUMERIC_DATE.matcher(received);
    boolean isSwapped =
        from.matches()
            && to.matches()
            && from.group(5).equals(to.group(5))
            && Integer.parseInt(from.group(1)) == Integer.parseInt(to.group(3))
            && Integer.parseInt(from.group(3)) == Integer.parseInt(to.group(1));
    return isSwapped ? Optional.of(Alteration.DATE_SWAPPED) : Optional.empty();
  }

  private static Optional<Moment> parse(String text) {
    try {
      var matcher = DATE_TIME.matcher(text);
      if (!matcher.matches()) {
        return text.length() == 10
            ? Optional.of(new Moment.Day(LocalDate.parse(text)))
            : Optional.empty();
      }
      LocalDateTime local =
          LocalDateTime.of(LocalDate.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)));
      String offset = matcher.group(3);
      if (offset.isEmpty()) {
        return Optional.of(new Moment.Local(local));
      }
      return OFFSET.matcher(offset).matches()
          ? Optional.of(
              new Moment.Instant(local.atOffset(ZoneOffset.of(offset.toUpperCase(Locale.ROOT)))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
