package dev.concordat.wire.fault;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Consumers get a message with another value; its offset, key, headers and time stay as they are.
public sealed interface ValueFault extends RecordFault
    permits Tombstone, PoisonMessage, OversizedMessage, UnknownSchemaId {
  /// Why it can do nothing to this value; nothing when it can.
  default Optional<String> refuses(byte @Nullable [] value) {
    return Optional.empty();
  }

  /// What the consumer gets.
  ///
  /// @param value null for a tombstone
  /// @param random the only source of chance
  byte @Nullable [] alter(byte @Nullable [] value, RandomGenerator random);
}
