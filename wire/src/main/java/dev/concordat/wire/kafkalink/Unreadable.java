package dev.concordat.wire.kafkalink;

import java.io.IOException;

/// What came is not what the link reads; the connection ends with this sentence.
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
