package dev.concordat.wire.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The message's value is much longer: spaces follow it, so that JSON stays the same JSON.
///
/// @param bytes how long the value becomes
public record OversizedMessage(int bytes) implements ValueFault {
  /// A byte more than consumers ask for by default from one partition (`max.partition.fetch.bytes`).
  public static final int USUAL_BYTES = (1 << 20) + 1;

  /// Longer values do not go into one answer.
  public static final int MAX_BYTES = 64 << 20;

  public OversizedMessage {
    if (bytes < 1 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("an oversized message has 1 to " + MAX_BYTES + " bytes");
    }
  }

  @Override
  public String name() {
    return "oversized-message";
  }

  @Override
  public Optional<String> refuses(byte @Nullable [] value) {
    return value != null && value.length >= bytes
        ? Optional.of("the message is as long as that already")
        : Optional.empty();
  }

  @Override
  public byte[] alter(byte @Nullable [] value, RandomGenerator random) {
    byte[] before = value == null ? new byte[0] : value;
    byte[] longer = Arrays.copyOf(before, bytes);
    Arrays.fill(longer, before.length, bytes, (byte) ' ');
    return longer;
  }
}
