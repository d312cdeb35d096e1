package dev.concordat.drift.request;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Paths as they stand in a request line.
final class Percents {
  /// What may stand in a path as it is (RFC 3986 section 3.3), besides letters and digits, and what is encoded already.
  private static final String PLAIN = "-._~!$&'()*+,;=:@/%?";

  private Percents() {}

  static String path(String text) {
    var out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0);
      if (isPlain) {
        out.append((char) b);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
      }
    }
    return out.toString();
  }
}
