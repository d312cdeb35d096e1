package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonNumber;
import java.math.BigInteger;

/// The exact value of a number as its significant digits and a power of ten, so that `1e999999999` costs as little as 1.
///
/// @param sign -1, 0 or 1
/// @param digits without leading and trailing zeros; empty for zero
/// @param exponent of ten, by which the digits as an integer are multiplied
record Decimal(int sign, String digits, long exponent) implements Comparable<Decimal> {
  private static final Decimal ZERO = new Decimal(0, "", 0);
  // Longer exponents are beyond comparison; clamping keeps the order of everything a person writes.
  private static final int MAX_EXPONENT_DIGITS = 17;
  private static final long MAX_EXPONENT = 100_000_000_000_000_000L;

  static Decimal of(JsonNumber number) {
    String text = number.digits();
    int start = text.startsWith("-") ? 1 : 0;
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = text.substring(start, e < 0 ? text.length() : e);
    int dot = mantissa.indexOf('.');
    String all = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int first = 0;
    while (first < all.length() && all.charAt(first) == '0') {
      first++;
    }
    if (first == all.length()) {
      return ZERO;
    }
    int last = all.length();
    while (all.charAt(last - 1) == '0') {
      last--;
    }
    long fraction = dot < 0 ? 0 : mantissa.length() - dot - 1;
    long exponent =
        (e < 0 ? 0 : exponent(text.substring(e + 1))) - fraction + (all.length() - last);
    return new Decimal(start == 1 ? -1 : 1, all.substring(first, last), exponent);
  }

  private static long exponent(String text) {
    boolean negative = text.startsWith("-");
    String digits = text.replaceFirst("^[-+]?0*(?=[0-9])", "");
    long value = digits.length() > MAX_EXPONENT_DIGITS ? MAX_EXPONENT : Long.parseLong(digits);
    return negative ? -value : value;
  }

  /// Whether the number has neither a point nor an exponent.
  static boolean isWrittenAsInteger(JsonNumber number) {
    String digits = number.digits();
    for (int i = digits.length() - 1; i >= 0; i--) {
      char c = digits.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return false;
      }
    }
    return true;
  }

  boolean isInteger() {
    return exponent >= 0;
  }

  @Override
  public int compareTo(Decimal other) {
    if (sign != other.sign) {
      return Integer.compare(sign, other.sign);
    }
    return sign * Integer.signum(compareMagnitude(other));
  }

  private int compareMagnitude(Decimal other) {
    int byLength = Long.compare(digits.length() + exponent, other.digits.length() + other.exponent);
    // Without trailing zeros, digits in front of equal magnitudes compare like words.
    return byLength != 0 ? byLength : Integer.signum(digits.compareTo(other.digits));
  }

  /// Whether this is an integer times the divisor, which is above zero.
  boolean isMultipleOf(Decimal divisor) {
    if (sign == 0) {
      return true;
    }
    if (divisor.digits.equals("1")) {
      // A power of ten, as in 0.01: nearly every divisor there is.
      return exponent >= divisor.exponent;
    }
    var value = new BigInteger(digits);
    var unit = new BigInteger(divisor.digits);
    long shift = exponent - divisor.exponent;
    if (shift >= 0) {
      BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(shift), unit);
      return value.multiply(power).mod(unit).signum() == 0;
    }
    // The digits do not end in zero, so they hold at most their own length of factors ten, two or
    // five each.
    long bits = value.bitLength();
    return -shift <= bits
        && value.mod(unit.multiply(BigInteger.TEN.pow((int) -shift))).signum() == 0;
  }
}
