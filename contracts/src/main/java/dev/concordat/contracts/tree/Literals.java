package dev.concordat.contracts.tree;

import java.util.Arrays;

/// Numbers and words of JSON (RFC 8259 sections 3 and 6).
final class Literals {
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private Literals() {}

  /// Where the number or word ends that starts there, or -1 if it is none.
  static int end(byte[] bytes, int start) {
    return switch (bytes[start]) {
      case 't' -> wordEnd(bytes, start, TRUE);
      case 'f' -> wordEnd(bytes, start, FALSE);
      case 'n' -> wordEnd(bytes, start, NULL);
      default -> numberEnd(bytes, start);
    };
  }

  private static int wordEnd(byte[] bytes, int start, byte[] word) {
    int end = start + word.length;
    return end <= bytes.length
            && Arrays.equals(bytes, start, end, word, 0, word.length)
            && mayEnd(bytes, end)
        ? end
        : -1;
  }

  private static int numberEnd(byte[] bytes, int start) {
    int whole = start + (bytes[start] == '-' ? 1 : 0);
    int end = digitsEnd(bytes, whole);
    if (end == whole || (bytes[whole] == '0' && end > whole + 1)) {
      return -1;
    }
    if (isAt(bytes, end, '.')) {
      int fraction = end + 1;
      end = digitsEnd(bytes, fraction);
      if (end == fraction) {
        return -1;
      }
    }
    if (isAt(bytes, end, 'e') || isAt(bytes, end, 'E')) {
      int sign = end + 1;
      int exponent = sign + (isAt(bytes, sign, '+') || isAt(bytes, sign, '-') ? 1 : 0);
      end = digitsEnd(bytes, exponent);
      if (end == exponent) {
        return -1;
      }
    }
    return mayEnd(bytes, end) ? end : -1;
  }

  private static int digitsEnd(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    return end;
  }

  private static boolean isAt(byte[] bytes, int offset, char wanted) {
    return offset < bytes.length && bytes[offset] == wanted;
  }

  /// Whether a number or word may end before that byte.
  private static boolean mayEnd(byte[] bytes, int end) {
    return end == bytes.length
        || switch (bytes[end]) {
          case ' ', '\t', '\n', '\r', ',', ']', '}' -> true;
          default -> false;
        };
  }
}
