package dev.concordat.contracts.protobuf;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// `google.protobuf.Timestamp` and `Duration` as text: with 0, 3, 6 or 9 digits behind the point.
final class Times {
  /// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
  private static final long MIN_SECONDS = -62_135_596_800L;

  private static final long MAX_SECONDS = 253_402_300_799L;
  private static final long MAX_DURATION_SECONDS = 315_576_000_000L;
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final int NANO_DIGITS = 9;
  private static final Pattern DURATION = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,9})?s");

  /// @param seconds of a time, since 1970
  record Parts(long seconds, int nanos) {}

  private Times() {}

  static Optional<String> timestamp(long seconds, long nanos) {
    boolean isTime =
        seconds >= MIN_SECONDS && seconds <= MAX_SECONDS && nanos >= 0 && nanos < NANOS_PER_SECOND;
    return isTime
        ? Optional.of(
            Instant.ofEpochSecond(seconds)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString()
                    .replace("Z", "")
                + fraction((int) nanos)
                + "Z")
        : Optional.empty();
  }

  static Optional<String> duration(long seconds, long nanos) {
    boolean isDuration =
        Math.abs(seconds) <= MAX_DURATION_SECONDS
            && Math.abs(nanos) < NANOS_PER_SECOND
            && (seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0));
    boolean isNegative = seconds < 0 || nanos < 0;
    return isDuration
        ? Optional.of(
            (isNegative ? "-" : "") + Math.abs(seconds) + fraction((int) Math.abs(nanos)) + "s")
        : Optional.empty();
  }

  private static String fraction(int nanos) {
    if (nanos == 0) {
      return "";
    }
    String digits = String.format(Locale.ROOT, "%09d", nanos);
    int length = digits.endsWith("000000") ? 3 : digits.endsWith("000") ? 6 : NANO_DIGITS;
    return "." + digits.substring(0, length);
  }

  static Optional<Parts> parseTimestamp(String text) {
    try {
      Instant instant =
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
      long seconds = instant.getEpochSecond();
      return seconds < MIN_SECONDS || seconds > MAX_SECONDS
          ? Optional.empty()
          : Optional.of(new Parts(seconds, instant.getNano()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Parts> parseDuration(String text) {
    if (!DURATION.matcher(text).matches()) {
      return Optional.empty();
    }
    var value = new BigDecimal(text.substring(0, text.length() - 1));
    long seconds = value.longValue();
    int nanos =
        value.subtract(BigDecimal.valueOf(seconds)).movePointRight(NANO_DIGITS).intValueExact();
    return Math.abs(seconds) > MAX_DURATION_SECONDS
        ? Optional.empty()
        : Optional.of(new Parts(seconds, nanos));
  }
}
