package dev.concordat.contracts.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of UTF-8.
final class Utf8 {
  private static final int MARK_LENGTH = 3;

  private Utf8() {}

  /// The length of the byte order mark at the start: 0 or 3.
  static int markLength(byte[] bytes) {
    boolean hasMark =
        bytes.length >= MARK_LENGTH
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return hasMark ? MARK_LENGTH : 0;
  }

  /// The charset that a byte order mark announces, or UTF-8.
  static Charset announced(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return StandardCharsets.UTF_32LE;
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_32BE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /// The text without its byte order mark, in UTF-8. What its charset does not allow becomes U+FFFD.
  static byte[] of(byte[] bytes) {
    Charset charset = announced(bytes);
    if (charset.equals(StandardCharsets.UTF_8)) {
      int mark = markLength(bytes);
      return mark == 0 ? bytes : Arrays.copyOfRange(bytes, mark, bytes.length);
    }
    int mark = charset.name().startsWith("UTF-32") ? 4 : 2;
    return new String(bytes, mark, bytes.length - mark, charset).getBytes(StandardCharsets.UTF_8);
  }

  /// Whether all bytes are what the byte order mark announces.
  static boolean isWhatIsAnnounced(byte[] bytes) {
    try {
      announced(bytes).newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  static boolean isAscii(byte[] bytes) {
    return afterAscii(bytes, 0) == bytes.length;
  }

  /// The first byte from there that is not ASCII, or the end.
  private static int afterAscii(byte[] bytes, int from) {
    // In code that was just compiled, reading eight at once through a buffer costs more.
    int at = from;
    int whole = bytes.length - 3;
    while (at < whole && (bytes[at] | bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) >= 0) {
      at += 4;
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /// The first byte that cannot stand where it does, or -1.
  static int firstMalformed(byte[] bytes) {
    int at = afterAscii(bytes, 0);
    while (at < bytes.length) {
      int length = characterLength(bytes, at);
      if (length == 0) {
        return at;
      }
      at = afterAscii(bytes, at + length);
    }
    return -1;
  }

  /// How many bytes the character beyond ASCII has, or 0 if it is none (Unicode 16, table 3-7).
  static int characterLength(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if (Source.isFirstByte(bytes[i])) {
        return 0;
      }
    }
    return length;
  }

  static String hex(byte[] bytes, int offset) {
    return String.format(java.util.Locale.ROOT, "0x%02X", bytes[offset] & 0xFF);
  }
}
