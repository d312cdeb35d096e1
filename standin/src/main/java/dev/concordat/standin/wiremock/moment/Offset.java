package dev.concordat.standin.wiremock.moment;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A distance from a moment: `3 days`, `-24 seconds`, `now +1 months`.
public record Offset(int amount, ChronoUnit unit) {
  private static final Pattern TEXT =
      Pattern.compile("(?:now\\s*)?([-+]?[0-9]{1,9})\\s+([a-z]{1,10})", Pattern.CASE_INSENSITIVE);

  /// The offset that a text names; `now` is none at all.
  public static Optional<Offset> parse(String text) {
    String stripped = text.strip();
    if (stripped.equalsIgnoreCase("now")) {
      return Optional.of(new Offset(0, ChronoUnit.SECONDS));
    }
    Matcher matcher = TEXT.matcher(stripped);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int amount = Integer.parseInt(matcher.group(1));
    return unit(matcher.group(2)).map(unit -> new Offset(amount, unit));
  }

  /// The unit that a word means.
  public static Optional<ChronoUnit> unit(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "second", "seconds" -> Optional.of(ChronoUnit.SECONDS);
      case "minute", "minutes" -> Optional.of(ChronoUnit.MINUTES);
      case "hour", "hours" -> Optional.of(ChronoUnit.HOURS);
      case "day", "days" -> Optional.of(ChronoUnit.DAYS);
      case "week", "weeks" -> Optional.of(ChronoUnit.WEEKS);
      case "month", "months" -> Optional.of(ChronoUnit.MONTHS);
      case "year", "years" -> Optional.of(ChronoUnit.YEARS);
      default -> Optional.empty();
    };
  }

  /// The moment this far away; the same moment where the calendar ends before.
  public ZonedDateTime from(ZonedDateTime moment) {
    try {
      return moment.plus(amount, unit);
    } catch (DateTimeException beyondTheCalendar) {
      return moment;
    }
  }
}
