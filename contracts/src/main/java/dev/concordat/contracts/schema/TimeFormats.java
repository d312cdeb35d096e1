package dev.concordat.contracts.schema;

import java.util.regex.Pattern;

/// Dates and times of RFC 3339, durations of ISO 8601 (RFC 3339 appendix A).
final class TimeFormats {
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?:[0-9]+W|(?=[0-9T])(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?"
              + "(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)");
  private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final int OFFSET_LENGTH = 6;
  private static final int MINUTES_OF_DAY = 24 * 60;

  private TimeFormats() {}

  static boolean isDateTime(String text) {
    return text.length() > DATE_LENGTH
        && isLetter(text, DATE_LENGTH, 'T')
        && isDateAtStart(text)
        && isTimeFrom(text, DATE_LENGTH + 1);
  }

  static boolean isDate(String text) {
    return text.length() == DATE_LENGTH && isDateAtStart(text);
  }

  static boolean isTime(String text) {
    return isTimeFrom(text, 0);
  }

  static boolean isDuration(String text) {
    return DURATION.matcher(text).matches();
  }

  private static boolean isDateAtStart(String text) {
    int century = two(text, 0);
    int yearOfCentury = two(text, 2);
    int month = two(text, 5);
    int day = two(text, 8);
    if (century < 0 || yearOfCentury < 0 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    int year = century * 100 + yearOfCentury;
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month]
        && (month != 2 || day < 29 || isLeap(year));
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static boolean isTimeFrom(String text, int start) {
    if (text.length() <= start + TIME_LENGTH
        || text.charAt(start + 2) != ':'
        || text.charAt(start + 5) != ':') {
      return false;
    }
    int hour = two(text, start);
    int minute = two(text, start + 3);
    int second = two(text, start + 6);
    int at = afterFraction(text, start + TIME_LENGTH);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || at < 0) {
      return false;
    }
    int offset = offsetMinutes(text, at);
    // A leap second is the last of a UTC day.
    return offset < MINUTES_OF_DAY
        && (second < 60
            || Math.floorMod(hour * 60 + minute - offset, MINUTES_OF_DAY) == MINUTES_OF_DAY - 1);
  }

  /// Where the fraction of a second ends that may start here, or -1 if it has no digits.
  private static int afterFraction(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '.') {
      return start;
    }
    int at = start + 1;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at == start + 1 ? -1 : at;
  }

  /// The offset from UTC with which the text ends, or a whole day if it is none.
  private static int offsetMinutes(String text, int at) {
    if (text.length() == at + 1 && isLetter(text, at, 'Z')) {
      return 0;
    }
    if (text.length() != at + OFFSET_LENGTH || text.charAt(at + 3) != ':') {
      return MINUTES_OF_DAY;
    }
    char sign = text.charAt(at);
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    if ((sign != '+' && sign != '-') || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return MINUTES_OF_DAY;
    }
    return (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
  }

  private static boolean isLetter(String text, int at, char upper) {
    return (text.charAt(at) & ~0x20) == upper && text.charAt(at) < 0x80;
  }

  /// The number of two digits that stands at a position, or less than 0.
  private static int two(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + (ones - '0') : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
