package dev.concordat.wire.postgres;

import java.io.IOException;

/// Finds the messages in a stream of bytes that passes by. Keeps only what its listener wants.
final class MessageScanner {
  /// Hears of every message.
  interface Listener {
    /// How many bytes of this message's body are needed.
    int wanted(char type, int length);

    /// A message has passed.
    ///
    /// @param body as many bytes as were wanted, or all if there were fewer
    /// @param length how long the body was
    void message(char type, byte[] body, int length);
  }

  private static final byte[] NOTHING = {};

  private final Listener listener;
  private final byte[] header = new byte[Messages.HEADER_BYTES];
  private int headerBytes;
  private byte[] body = NOTHING;
  private int bodyBytes;
  private int length;
  private int left;

  MessageScanner(Listener listener) {
    this.listener = listener;
  }

  /// Whether the bytes so far end in the middle of a message.
  boolean isInside() {
    return headerBytes > 0;
  }

  void scan(byte[] bytes, int count) throws IOException {
    int at = 0;
    while (at < count) {
      if (headerBytes < header.length) {
        int taken = Math.min(header.length - headerBytes, count - at);
        System.arraycopy(bytes, at, header, headerBytes, taken);
        headerBytes += taken;
        at += taken;
        if (headerBytes < header.length) {
          return;
        }
        begin();
      }
      int taken = Math.min(left, count - at);
      int kept = Math.min(taken, body.length - bodyBytes);
      System.arraycopy(bytes, at, body, bodyBytes, kept);
      bodyBytes += kept;
      left -= taken;
      at += taken;
      if (left == 0) {
        headerBytes = 0;
        listener.message((char) header[0], body, length);
      }
    }
  }

  private void begin() throws IOException {
    length = Messages.getInt(header, 1) - 4;
    if (length < 0) {
      throw new IOException("not the PostgreSQL protocol: a message of length " + length);
    }
    left = length;
    int wanted = Math.min(length, listener.wanted((char) header[0], length));
    body = wanted == 0 ? NOTHING : new byte[wanted];
    bodyBytes = 0;
  }
}
