package dev.concordat.contracts.avro;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What logical types ask of values beyond their types.
final class Logical {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final long MILLIS_A_DAY = 24L * 60 * 60 * 1000;
  private static final int MICROS_A_MILLI = 1000;

  private Logical() {}

  /// A value that the logical type does not have: what it must be.
  static Optional<String> wrongNumber(LogicalType logical, long value) {
    long end =
        switch (logical.kind()) {
          case TIME_MILLIS -> MILLIS_A_DAY;
          case TIME_MICROS -> MILLIS_A_DAY * MICROS_A_MILLI;
          default -> Long.MAX_VALUE;
        };
    boolean isTime = end != Long.MAX_VALUE;
    return isTime && (value < 0 || value >= end)
        ? Optional.of(logical.kind().text() + " from 0 to " + (end - 1))
        : Optional.empty();
  }

  static Optional<String> wrongText(LogicalType logical, String value) {
    return logical.kind() == LogicalType.Kind.UUID && !UUID.matches(value)
        ? Optional.of("a UUID")
        : Optional.empty();
  }

  /// @param text the bytes, each as a character
  static Optional<String> wrongBytes(LogicalType logical, String text) {
    if (logical.kind() != LogicalType.Kind.DECIMAL) {
      return Optional.empty();
    }
    String wanted = "a decimal of at most " + logical.precision() + " digits";
    return decimal(logical, text).filter(value -> digits(value) <= logical.precision()).isPresent()
        ? Optional.empty()
        : Optional.of(wanted);
  }

  private static int digits(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.precision();
  }

  /// The decimal that bytes stand for: an unscaled number in two's complement, big-endian.
  static Optional<BigDecimal> decimal(LogicalType logical, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length == 0 || bytes.length > LogicalTypes.MAX_DECIMAL_BYTES
        ? Optional.empty()
        : Optional.of(new BigDecimal(new BigInteger(bytes), logical.scale()));
  }

  /// A decimal as the digits of its unscaled number; nothing where it has more digits after the point.
  static Optional<BigInteger> unscaled(LogicalType logical, BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    boolean fits =
        plain.scale() <= logical.scale()
            && plain.precision() - (long) plain.scale() + logical.scale() <= logical.precision();
    return fits || plain.signum() == 0
        ? Optional.of(
            plain.signum() == 0 ? BigInteger.ZERO : plain.setScale(logical.scale()).unscaledValue())
        : Optional.empty();
  }
}
