package dev.concordat.standin.wiremock.moment;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// To which round moment a moment is moved: `first day of month`.
public enum Truncation {
  FIRST_SECOND_OF_MINUTE,
  FIRST_MINUTE_OF_HOUR,
  FIRST_HOUR_OF_DAY,
  FIRST_DAY_OF_MONTH,
  FIRST_DAY_OF_NEXT_MONTH,
  LAST_DAY_OF_MONTH,
  FIRST_DAY_OF_YEAR,
  FIRST_DAY_OF_NEXT_YEAR,
  LAST_DAY_OF_YEAR;

  public static Optional<Truncation> parse(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  public ZonedDateTime of(ZonedDateTime moment) {
    ZonedDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case FIRST_SECOND_OF_MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
      case FIRST_MINUTE_OF_HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
      case FIRST_HOUR_OF_DAY -> day;
      case FIRST_DAY_OF_MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
      case FIRST_DAY_OF_NEXT_MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
      case LAST_DAY_OF_MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
      case FIRST_DAY_OF_YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
      case FIRST_DAY_OF_NEXT_YEAR -> day.with(TemporalAdjusters.firstDayOfNextYear());
      case LAST_DAY_OF_YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
    };
  }
}
