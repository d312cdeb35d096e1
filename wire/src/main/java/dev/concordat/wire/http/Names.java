package dev.concordat.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/// Gives the same String for the same bytes, so that a hundred thousand kept exchanges do not keep as many copies of
/// `Content-Type`. Small, of fixed size, one per connection and direction.
final class Names {
  private static final int SLOTS = 64;

  private final @Nullable String[] slots = new String[SLOTS];

  String of(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    String known = slots[slot];
    if (known != null && isSame(known, bytes, start, end)) {
      return known;
    }
    String name = new String(bytes, start, end - start, ISO_8859_1);
    slots[slot] = name;
    return name;
  }

  private static boolean isSame(String known, byte[] bytes, int start, int end) {
    if (known.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (known.charAt(i - start) != (bytes[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }
}
