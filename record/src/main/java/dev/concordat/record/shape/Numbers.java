package dev.concordat.record.shape;

import dev.concordat.model.json.JsonNumber;
import java.math.BigInteger;

/// What is known of numbers that stood in one place. Whether a number is an integer is told by its digits: `10.00` is a
/// decimal with two places, and 9007199254740993 an integer that no double holds.
///
/// @param integers written without a point and without an exponent
/// @param decimals all others
/// @param bits the most bits that an integer needs, its sign apart
/// @param leastScale the fewest places after the point of a decimal; no meaning without decimals
/// @param mostScale the most of them
public record Numbers(long integers, long decimals, int bits, int leastScale, int mostScale) {
  /// No number.
  public static final Numbers EMPTY = new Numbers(0, 0, 0, Integer.MAX_VALUE, 0);

  /// Longer integers are said to need this many bits.
  private static final int MAX_BITS = 4_096;

  private static final int MAX_DIGITS = 1_000;

  static Numbers of(JsonNumber number) {
    String digits = number.digits();
    int point = digits.indexOf('.');
    boolean hasExponent = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
    if (point < 0 && !hasExponent) {
      int bits =
          digits.length() > MAX_DIGITS
              ? MAX_BITS
              : Math.min(MAX_BITS, new BigInteger(digits).bitLength());
      return new Numbers(1, 0, bits, Integer.MAX_VALUE, 0);
    }
    int scale = hasExponent || point < 0 ? 0 : digits.length() - point - 1;
    return new Numbers(0, 1, 0, scale, scale);
  }

  Numbers merge(Numbers other) {
    return new Numbers(
        integers + other.integers,
        decimals + other.decimals,
        Math.max(bits, other.bits),
        Math.min(leastScale, other.leastScale),
        Math.max(mostScale, other.mostScale));
  }

  long count() {
    return integers + decimals;
  }
}
