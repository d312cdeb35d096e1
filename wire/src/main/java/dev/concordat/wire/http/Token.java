package dev.concordat.wire.http;

/// The characters of method and field names (RFC 9110 section 5.6.2).
final class Token {
  private static final boolean[] ALLOWED = new boolean[128];

  static {
    for (char c = '!'; c <= '~'; c++) {
      ALLOWED[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
  }

  private Token() {}

  static boolean is(LineReader line, int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = line.at(i);
      if (b < 0 || !ALLOWED[b]) {
        return false;
      }
    }
    return end > start;
  }
}
