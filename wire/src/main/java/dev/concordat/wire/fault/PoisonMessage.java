package dev.concordat.wire.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The message's value is not what its topic carries.
///
/// @param text what it is; without it bytes that are neither text nor the beginning of any format with a schema id
public record PoisonMessage(Optional<String> text) implements ValueFault {
  private static final int BYTES = 16;

  /// Never part of UTF-8, and not the magic byte of a schema id.
  private static final byte FIRST = (byte) 0xff;

  @Override
  public String name() {
    return "poison-message";
  }

  @Override
  public byte[] alter(byte @Nullable [] value, RandomGenerator random) {
    if (text.isPresent()) {
      return text.get().getBytes(UTF_8);
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    bytes[0] = FIRST;
    return bytes;
  }
}
