package dev.concordat.contracts.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of UTF-8.
final class Utf8 {
  private static final int BUFFER_CHARACTERS = 8192;
  private static final int MARK_LENGTH = 3;
  // The highest bit of each of eight bytes.
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

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
    return asciiLength(bytes) == bytes.length;
  }

  private static int asciiLength(byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(bytes);
    int length = 0;
    while (length + Long.BYTES <= bytes.length && (words.getLong(length) & NOT_ASCII) == 0) {
      length += Long.BYTES;
    }
    while (length < bytes.length && bytes[length] >= 0) {
      length++;
    }
    return length;
  }

  /// The first byte that cannot stand where it does, or -1.
  static int firstMalformed(byte[] bytes) {
    int ascii = asciiLength(bytes);
    if (ascii == bytes.length) {
      return -1;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, ascii, bytes.length - ascii);
    CharBuffer out = CharBuffer.allocate(BUFFER_CHARACTERS);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    return result.isError() ? in.position() : -1;
  }

  static String hex(byte[] bytes, int offset) {
    return String.format(java.util.Locale.ROOT, "0x%02X", bytes[offset] & 0xFF);
  }
}
