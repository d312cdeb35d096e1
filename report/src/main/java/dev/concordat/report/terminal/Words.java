package dev.concordat.report.terminal;

import java.time.Duration;
import java.util.Locale;

/// Counts and durations in words.
public final class Words {
  private static final int TENTHS_BELOW_SECONDS = 100;
  private static final int MILLIS_PER_SECOND = 1000;

  private Words() {}

  /// `1 case`, `2 cases`.
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /// `340 ms`, `12.4 s`, `140 s`.
  public static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < MILLIS_PER_SECOND) {
      return millis + " ms";
    }
    double seconds = millis / (double) MILLIS_PER_SECOND;
    return String.format(
        Locale.ROOT, seconds < TENTHS_BELOW_SECONDS ? "%.1f s" : "%.0f s", seconds);
  }

  /// Text made safe for a terminal: control characters become visible, and at most `limit` characters are kept.
  public static String shown(String text, int limit) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length() && safe.length() < limit; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> safe.append("\\n");
        case '\r' -> safe.append("\\r");
        case '\t' -> safe.append(' ');
        default -> {
          if (Character.isISOControl(c)) {
            safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            safe.append(c);
          }
        }
      }
    }
    return safe.length() < limit ? safe.toString() : safe.substring(0, limit - 1) + "…";
  }
}
