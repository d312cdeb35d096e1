package dev.concordat.contracts.pact;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Moments relative to now, as Date, Time and DateTime generators state them: `tomorrow + 2 weeks`, `next monday`,
/// `today @ noon + 1 hour` (Pact specification version 3, "Date expressions").
final class MomentExpression {
  private static final Pattern WORD = Pattern.compile("\\d{1,6}|[a-z']+|\\S");

  /// Letters of a name of a day or month that have to be there.
  private static final int MIN_LETTERS = 3;

  private static final int HALF_DAY_HOURS = 12;
  private static final int DAY_HOURS = 24;
  private static final int FORTNIGHT_WEEKS = 2;

  private final Deque<String> words = new ArrayDeque<>();
  private ZonedDateTime moment;

  private MomentExpression(String text, ZonedDateTime now) {
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(words::add);
    moment = now;
  }

  /// What an expression may be about.
  enum Kind {
    DATE,
    TIME,
    DATE_TIME
  }

  /// The moment; empty when the text is no such expression.
  static Optional<ZonedDateTime> resolve(String text, Kind kind, ZonedDateTime now) {
    try {
      int at = kind == Kind.DATE_TIME ? text.indexOf('@') : -1;
      String date = at < 0 ? text : text.substring(0, at);
      ZonedDateTime day = kind == Kind.TIME ? now : new MomentExpression(date, now).date();
      if (kind == Kind.TIME) {
        return Optional.of(new MomentExpression(text, day).time());
      }
      return Optional.of(at < 0 ? day : new MomentExpression(text.substring(at + 1), day).time());
    } catch (IllegalArgumentException | DateTimeException notAnExpression) {
      return Optional.empty();
    }
  }

  private ZonedDateTime date() {
    if (!takes("now") && !takes("today")) {
      if (takes("yesterday")) {
        moment = moment.minusDays(1);
      } else if (takes("tomorrow")) {
        moment = moment.plusDays(1);
      } else if (takes("next")) {
        step(next(), 1);
      } else if (takes("last")) {
        step(next(), -1);
      }
    }
    return adjusted(MomentExpression::dateUnit);
  }

  private ZonedDateTime time() {
    if (takes("midnight")) {
      atHour(0);
    } else if (takes("noon")) {
      atHour(HALF_DAY_HOURS);
    } else if (takes("next")) {
      moment = moment.plus(1, timeUnit(next()));
    } else if (takes("last")) {
      moment = moment.minus(1, timeUnit(next()));
    } else if (!takes("now") && !words.isEmpty() && isNumber(words.peek())) {
      oClock(Integer.parseInt(next()));
    }
    return adjusted(MomentExpression::timeUnit);
  }

  /// `2 o'clock pm`; without am or pm, the next such hour of the day.
  private void oClock(int hour) {
    if (!takes("o'clock")) {
      throw new IllegalArgumentException("no o'clock");
    }
    boolean isLater =
        takes("pm") ? hour < HALF_DAY_HOURS : !takes("am") && moment.getHour() >= hour;
    atHour((isLater ? hour + HALF_DAY_HOURS : hour) % DAY_HOURS);
  }

  private void atHour(int hour) {
    moment = moment.truncatedTo(ChronoUnit.DAYS).withHour(hour);
  }

  private boolean takes(String word) {
    if (word.equals(words.peek())) {
      words.remove();
      return true;
    }
    return false;
  }

  private String next() {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("ends early");
    }
    return words.remove();
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  @FunctionalInterface
  private interface Units {
    ChronoUnit of(String word);
  }

  private ZonedDateTime adjusted(Units units) {
    while (!words.isEmpty()) {
      String sign = next();
      if (!sign.equals("+") && !sign.equals("-")) {
        throw new IllegalArgumentException("'" + sign + "' is no sign");
      }
      int amount = Integer.parseInt(next());
      moment = moment.plus(sign.equals("+") ? amount : -amount, units.of(next()));
    }
    return moment;
  }

  private static ChronoUnit dateUnit(String word) {
    return switch (word) {
      case "day", "days" -> ChronoUnit.DAYS;
      case "week", "weeks" -> ChronoUnit.WEEKS;
      case "month", "months" -> ChronoUnit.MONTHS;
      case "year", "years" -> ChronoUnit.YEARS;
      default -> throw new IllegalArgumentException("'" + word + "' is no unit of dates");
    };
  }

  private static ChronoUnit timeUnit(String word) {
    return switch (word) {
      case "hour", "hours" -> ChronoUnit.HOURS;
      case "minute", "minutes" -> ChronoUnit.MINUTES;
      case "second", "seconds" -> ChronoUnit.SECONDS;
      case "millisecond", "milliseconds" -> ChronoUnit.MILLIS;
      default -> throw new IllegalArgumentException("'" + word + "' is no unit of times");
    };
  }

  /// To the next or the last week, month, Monday, December …
  private void step(String word, int direction) {
    Optional<DayOfWeek> day =
        Arrays.stream(DayOfWeek.values())
            .filter(it -> isStart(word, it.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
            .findFirst();
    Optional<Month> month =
        Arrays.stream(Month.values())
            .filter(it -> isStart(word, it.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
            .findFirst();
    if (word.equals("fortnight")) {
      moment = moment.plusWeeks((long) direction * FORTNIGHT_WEEKS);
    } else if (day.isPresent()) {
      moment =
          moment.with(
              direction > 0
                  ? TemporalAdjusters.next(day.get())
                  : TemporalAdjusters.previous(day.get()));
    } else if (month.isPresent()) {
      int distance = month.get().getValue() - moment.getMonthValue();
      boolean isThisYear = direction > 0 ? distance > 0 : distance < 0;
      moment = moment.plusMonths(isThisYear ? distance : distance + direction * 12L);
    } else {
      moment = moment.plus(direction, dateUnit(word));
    }
  }

  private static boolean isStart(String word, String name) {
    return word.length() >= MIN_LETTERS && name.toLowerCase(Locale.ROOT).startsWith(word);
  }
}
