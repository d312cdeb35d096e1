package dev.concordat.wire.fault;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The message has no value, as one that deletes its key in a compacted topic.
public record Tombstone() implements ValueFault {
  @Override
  public String name() {
    return "tombstone";
  }

  @Override
  public Optional<String> refuses(byte @Nullable [] value) {
    return value == null ? Optional.of("the message is a tombstone already") : Optional.empty();
  }

  @Override
  public byte @Nullable [] alter(byte @Nullable [] value, RandomGenerator random) {
    return null;
  }
}
