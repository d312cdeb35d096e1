package dev.concordat.fidelity.scalar;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What happened to a number, told from its digits.
final class Numbers {
  /// Bits of the integer types that numbers wrap around in.
  private static final List<Integer> WIDTHS = List.of(8, 16, 32, 64);

  /// Powers of ten between units that people confuse: cents, per mille, milliseconds, microseconds, nanoseconds.
  private static final List<Integer> UNITS = List.of(2, 3, 6, 9);

  private static final List<RoundingMode> MODES =
      List.of(
          RoundingMode.HALF_UP,
          RoundingMode.HALF_EVEN,
          RoundingMode.DOWN,
          RoundingMode.UP,
          RoundingMode.FLOOR);

  /// Digits that a double keeps for certain.
  private static final int DOUBLE_DIGITS = 15;

  /// Digits that a float keeps for certain.
  private static final int FLOAT_DIGITS = 6;

  private Numbers() {}

  /// What happened, or nothing if both are written alike.
  static Optional<Alteration> alteration(JsonNumber sent, JsonNumber received) {
    if (sent.digits().equals(received.digits())) {
      return Optional.empty();
    }
    if (!sent.isTame() || !received.isTame()) {
      return Optional.of(sent.isTame() ? Alteration.VALUE_CHANGED : Alteration.NOT_FINITE);
    }
    BigDecimal from = sent.decimal();
    BigDecimal to = received.decimal();
    return Optional.of(from.compareTo(to) == 0 ? sameValue(sent, received) : otherValue(from, to));
  }

  private static Alteration sameValue(JsonNumber sent, JsonNumber received) {
    if (sent.digits().startsWith("-") != received.digits().startsWith("-")) {
      return Alteration.SIGN_CHANGED;
    }
    return losesZeros(sent.digits(), received.digits())
        ? Alteration.RESCALED
        : Alteration.NUMBER_REWRITTEN;
  }

  /// `10.10` that became `10.1`. A whole number with one zero after its point (`1.0`) is how many libraries write it, and
  /// says nothing of a scale; neither does an exponent.
  private static boolean losesZeros(String sent, String received) {
    return !hasExponent(sent)
        && !hasExponent(received)
        && fraction(sent).length() > fraction(received).length()
        && !fraction(sent).equals("0");
  }

  private static boolean hasExponent(String digits) {
    return digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
  }

  private static String fraction(String digits) {
    int point = digits.indexOf('.');
    return point < 0 ? "" : digits.substring(point + 1);
  }

  private static Alteration otherValue(BigDecimal sent, BigDecimal received) {
    if (isOverflow(sent, received)) {
      return Alteration.OVERFLOWED;
    }
    if (sent.negate().compareTo(received) == 0) {
      return Alteration.SIGN_CHANGED;
    }
    if (isRounded(sent, received)) {
      return Alteration.ROUNDED;
    }
    return isOtherUnit(sent, received) ? Alteration.SCALED : Alteration.VALUE_CHANGED;
  }

  /// Whether the value received is the one sent with fewer digits, in decimal or in one of the binary types.
  private static boolean isRounded(BigDecimal sent, BigDecimal received) {
    if (received.signum() == 0 && sent.abs().compareTo(BigDecimal.ONE) >= 0) {
      return false;
    }
    return isBinary(sent, received) || isShorter(sent, received);
  }

  private static boolean isBinary(BigDecimal sent, BigDecimal received) {
    double twice = sent.doubleValue();
    float once = sent.floatValue();
    return (Double.isFinite(twice)
            && received.doubleValue() == twice
            && sent.precision() > DOUBLE_DIGITS)
        || (Float.isFinite(once)
            && once != 0
            && (received.compareTo(new BigDecimal(Float.toString(once))) == 0
                || received.compareTo(new BigDecimal(once)) == 0
                || received.compareTo(new BigDecimal(Double.toString(once))) == 0
                || isOfFloat(sent, new BigDecimal(once), received)));
  }

  /// A float that was written with a fixed scale, as amounts are.
  private static boolean isOfFloat(BigDecimal sent, BigDecimal once, BigDecimal received) {
    return sent.precision() > FLOAT_DIGITS
        && received.scale() > 0
        && received.scale() == sent.scale()
        && MODES.stream()
            .anyMatch(mode -> once.setScale(received.scale(), mode).compareTo(received) == 0);
  }

  private static boolean isShorter(BigDecimal sent, BigDecimal received) {
    BigDecimal shortest = received.stripTrailingZeros();
    boolean byScale =
        received.scale() < sent.scale()
            && received.scale() >= 0
            && MODES.stream()
                .anyMatch(mode -> sent.setScale(received.scale(), mode).compareTo(received) == 0);
    boolean byDigits =
        shortest.precision() < sent.precision()
            && shortest.precision() > 1
            && MODES.stream()
                .anyMatch(
                    mode ->
                        sent.round(new MathContext(shortest.precision(), mode)).compareTo(received)
                            == 0);
    return byScale || byDigits;
  }

  private static boolean isOverflow(BigDecimal sent, BigDecimal received) {
    if (sent.stripTrailingZeros().scale() > 0 || received.stripTrailingZeros().scale() > 0) {
      return false;
    }
    BigInteger from = sent.toBigInteger();
    BigInteger to = received.toBigInteger();
    return WIDTHS.stream().anyMatch(bits -> wraps(from, to, bits) || isLimit(from, to, bits));
  }

  private static boolean wraps(BigInteger from, BigInteger to, int bits) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits);
    boolean isWithin = to.bitLength() <= bits && from.bitLength() >= bits;
    return isWithin && from.subtract(to).mod(modulus).signum() == 0;
  }

  private static boolean isLimit(BigInteger from, BigInteger to, int bits) {
    BigInteger greatest = BigInteger.ONE.shiftLeft(bits - 1).subtract(BigInteger.ONE);
    BigInteger unsigned = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    return (to.equals(greatest) && from.compareTo(to) > 0)
        || (to.equals(unsigned) && from.compareTo(to) > 0)
        || (to.equals(greatest.negate().subtract(BigInteger.ONE)) && from.compareTo(to) < 0);
  }

  private static boolean isOtherUnit(BigDecimal sent, BigDecimal received) {
    return UNITS.stream()
        .flatMap(power -> IntStream.of(power, -power).boxed())
        .anyMatch(
            power -> {
              BigDecimal converted = sent.scaleByPowerOfTen(power);
              return converted.compareTo(received) == 0
                  || (power < 0 && isWholePart(converted, received));
            });
  }

  /// Seconds of milliseconds, cut.
  private static boolean isWholePart(BigDecimal converted, BigDecimal received) {
    return received.signum() != 0
        && received.stripTrailingZeros().scale() <= 0
        && converted.setScale(0, RoundingMode.DOWN).compareTo(received) == 0;
  }
}
