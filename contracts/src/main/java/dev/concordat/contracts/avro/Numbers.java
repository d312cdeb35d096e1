package dev.concordat.contracts.avro;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/// Numbers and bytes as JSON carries them.
final class Numbers {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final int MAX_BYTE = 0xff;

  private Numbers() {}

  /// The value as a whole number of 64 bits.
  static Optional<Long> whole(JsonValue value) {
    if (!(value instanceof JsonNumber number) || !number.isTame() || !number.isInteger()) {
      return Optional.empty();
    }
    BigDecimal decimal = number.decimal();
    return decimal.compareTo(LEAST) >= 0 && decimal.compareTo(MOST) <= 0
        ? Optional.of(decimal.longValueExact())
        : Optional.empty();
  }

  /// Whether each character stands for a byte, as Avro writes bytes in JSON.
  static boolean areBytes(String text) {
    return text.chars().allMatch(c -> c <= MAX_BYTE);
  }
}
