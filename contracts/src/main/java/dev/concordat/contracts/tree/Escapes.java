package dev.concordat.contracts.tree;

import java.nio.charset.StandardCharsets;

/// Escapes in strings of JSON (RFC 8259 section 7).
final class Escapes {
  private static final int HEX_DIGITS = 4;

  private Escapes() {}

  /// How long the escape is that starts there, or 0 if it is none.
  static int lengthOf(byte[] bytes, int start) {
    if (start + 1 >= bytes.length) {
      return 0;
    }
    return switch (bytes[start + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> isHex(bytes, start + 2) ? 2 + HEX_DIGITS : 0;
      default -> 0;
    };
  }

  private static boolean isHex(byte[] bytes, int start) {
    if (start + HEX_DIGITS > bytes.length) {
      return false;
    }
    for (int i = start; i < start + HEX_DIGITS; i++) {
      if (Character.digit(bytes[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /// The text of a string whose escapes are right, given without its quotes.
  static String text(byte[] bytes, int start, int end) {
    var text = new StringBuilder(end - start);
    int from = start;
    for (int at = start; at < end; ) {
      if (bytes[at] == '\\') {
        text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
        text.append(character(bytes, at));
        at += lengthOf(bytes, at);
        from = at;
      } else {
        at++;
      }
    }
    return text.append(new String(bytes, from, end - from, StandardCharsets.UTF_8)).toString();
  }

  private static char character(byte[] bytes, int escape) {
    byte letter = bytes[escape + 1];
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
          code = (code << 4) | Character.digit(bytes[escape + 2 + i], 16);
        }
        yield (char) code;
      }
      default -> (char) letter;
    };
  }
}
