package dev.concordat.contracts.schema;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times of RFC 3339, durations of ISO 8601 (RFC 3339 appendix A).
final class TimeFormats {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?(?:[zZ]|([-+])([0-9]{2}):([0-9]{2}))");
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?:[0-9]+W|(?=[0-9T])(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?"
              + "(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)");
  private static final int DATE_LENGTH = 10;
  private static final int MINUTES_OF_DAY = 24 * 60;

  private TimeFormats() {}

  static boolean isDateTime(String text) {
    return text.length() > DATE_LENGTH
        && (text.charAt(DATE_LENGTH) == 'T' || text.charAt(DATE_LENGTH) == 't')
        && isDate(text.substring(0, DATE_LENGTH))
        && isTime(text.substring(DATE_LENGTH + 1));
  }

  static boolean isDate(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    int month = number(parts, 2);
    int day = number(parts, 3);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(number(parts, 1), month).lengthOfMonth();
  }

  static boolean isTime(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    int hour = number(parts, 1);
    int minute = number(parts, 2);
    int second = number(parts, 3);
    boolean hasOffset = parts.group(4) != null;
    int offsetHour = hasOffset ? number(parts, 5) : 0;
    int offsetMinute = hasOffset ? number(parts, 6) : 0;
    if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) {
      return false;
    }
    int offset = (offsetHour * 60 + offsetMinute) * ("-".equals(parts.group(4)) ? -1 : 1);
    int minuteOfUtcDay = Math.floorMod(hour * 60 + minute - offset, MINUTES_OF_DAY);
    // A leap second is the last of a UTC day.
    return second < 60 || minuteOfUtcDay == MINUTES_OF_DAY - 1;
  }

  static boolean isDuration(String text) {
    return DURATION.matcher(text).matches();
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
