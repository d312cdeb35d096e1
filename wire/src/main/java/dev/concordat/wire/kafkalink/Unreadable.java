package dev.concordat.wire.kafkalink;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came is not what the link reads; the connection ends with this sentence.
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String protocol;

  Unreadable(String message) {
    this(message, null);
  }

  /// @param protocol what the client speaks instead, where it can be told
  Unreadable(String message, @Nullable String protocol) {
    super(message);
    this.protocol = protocol;
  }

  Optional<String> protocol() {
    return Optional.ofNullable(protocol);
  }
}
