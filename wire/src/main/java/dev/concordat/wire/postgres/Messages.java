package dev.concordat.wire.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of protocol messages (PostgreSQL 16, section 55.7).
final class Messages {
  /// The type, and the length that counts itself but not the type.
  static final int HEADER_BYTES = 5;

  static final byte[] SYNC = message('S', new byte[0]);
  static final byte[] TERMINATE = message('X', new byte[0]);

  private Messages() {}

  static byte[] message(char type, byte[] body) {
    byte[] message = new byte[HEADER_BYTES + body.length];
    message[0] = (byte) type;
    putInt(message, 1, body.length + 4);
    System.arraycopy(body, 0, message, HEADER_BYTES, body.length);
    return message;
  }

  static byte[] query(String sql) {
    byte[] text = sql.getBytes(StandardCharsets.UTF_8);
    return message('Q', Arrays.copyOf(text, text.length + 1));
  }

  /// CancelRequest has no type.
  static byte[] cancel(byte[] key) {
    byte[] message = new byte[8 + key.length];
    putInt(message, 0, message.length);
    putInt(message, 4, StartupRequest.CANCEL_REQUEST);
    System.arraycopy(key, 0, message, 8, key.length);
    return message;
  }

  static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  static int getInt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /// Where a zero-terminated string ends; the end of the bytes where it does not.
  static int stringEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at;
  }

  static String string(byte[] bytes, int from) {
    return from >= bytes.length
        ? ""
        : new String(bytes, from, stringEnd(bytes, from) - from, StandardCharsets.UTF_8);
  }
}
