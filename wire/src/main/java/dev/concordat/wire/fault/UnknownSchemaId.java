package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The message names a schema that no registry knows: the four bytes behind the magic byte 0 of Confluent's wire format.
///
/// @param id which
public record UnknownSchemaId(int id) implements ValueFault {
  /// Registries count from 1, and none has come so far.
  public static final int USUAL_ID = Integer.MAX_VALUE;

  private static final int PREFIX_BYTES = 5;

  @Override
  public String name() {
    return "unknown-schema-id";
  }

  @Override
  public Optional<String> refuses(byte @Nullable [] value) {
    return value == null || value.length < PREFIX_BYTES || value[0] != 0
        ? Optional.of("the message does not begin with a schema id")
        : Optional.empty();
  }

  @Override
  public byte @Nullable [] alter(byte @Nullable [] value, RandomGenerator random) {
    return value == null ? null : ByteBuffer.wrap(value.clone()).putInt(1, id).array();
  }
}
