package dev.concordat.contracts.schema;

import org.jspecify.annotations.Nullable;

/// A number of a schema that fits a machine integer once its decimal point is moved: nearly every one there is. Numbers of
/// messages are compared with it without making an object, where they are as short; else the answer is {@link #UNKNOWN}.
///
/// @param scale how many digits stand behind the point
record Scaled(long unscaled, int scale) {
  /// No answer: to be decided by {@link Decimal}.
  static final int UNKNOWN = 2;

  private static final long NONE = Long.MIN_VALUE;
  private static final int MAX_LENGTH = 18;
  private static final long[] POWERS = powers();

  private static long[] powers() {
    long[] powers = new long[MAX_LENGTH + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  static @Nullable Scaled of(String digits) {
    long unscaled = unscaled(digits);
    return unscaled == NONE ? null : new Scaled(unscaled, scale(digits));
  }

  /// -1, 0 or 1, as the number is below, at or above this one.
  int orderOf(String digits) {
    long other = unscaled(digits);
    int shift = other == NONE ? 0 : scale(digits) - scale;
    if (other == NONE || !canShift(shift > 0 ? unscaled : other, Math.abs(shift))) {
      return UNKNOWN;
    }
    return shift > 0
        ? Long.compare(other, unscaled * POWERS[shift])
        : Long.compare(other * POWERS[-shift], unscaled);
  }

  /// 0 if the number is a multiple of this one, which is not zero; else not.
  int signOfRemainder(String digits) {
    long other = unscaled(digits);
    int shift = other == NONE ? 0 : scale(digits) - scale;
    if (other == NONE || !canShift(shift > 0 ? unscaled : other, Math.abs(shift))) {
      return UNKNOWN;
    }
    long remainder =
        shift > 0 ? other % (unscaled * POWERS[shift]) : (other * POWERS[-shift]) % unscaled;
    return Long.signum(remainder);
  }

  private static boolean canShift(long value, int places) {
    return places < POWERS.length && Math.abs(value) <= Long.MAX_VALUE / POWERS[places];
  }

  private static int scale(String digits) {
    int dot = digits.indexOf('.');
    return dot < 0 ? 0 : digits.length() - dot - 1;
  }

  /// The digits without their point, or {@link #NONE} where there are too many, or an exponent.
  private static long unscaled(String digits) {
    int length = digits.length();
    if (length > MAX_LENGTH) {
      return NONE;
    }
    boolean isNegative = digits.charAt(0) == '-';
    long value = 0;
    for (int i = isNegative ? 1 : 0; i < length; i++) {
      char c = digits.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else if (c != '.') {
        return NONE;
      }
    }
    return isNegative ? -value : value;
  }
}
