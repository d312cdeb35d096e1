package dev.concordat.conform.service;

import java.util.Locale;
import java.util.Optional;

/// Content-Type and Accept as the service reads them (RFC 9110 sections 8.3 and 12.5.1).
final class MediaTypes {
  private MediaTypes() {}

  static boolean isSame(String given, String wanted) {
    return essence(given).equals(wanted);
  }

  private static String essence(String given) {
    return given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// Whether a client that sends this Accept takes JSON; the most specific range counts.
  static boolean takesJson(Optional<String> accept) {
    if (accept.isEmpty() || accept.get().isBlank()) {
      return true;
    }
    int best = -1;
    boolean takes = false;
    for (String range : accept.get().split(",", -1)) {
      int specificity =
          switch (essence(range)) {
            case "application/json" -> 2;
            case "application/*" -> 1;
            case "*/*" -> 0;
            default -> -1;
          };
      if (specificity > best) {
        best = specificity;
        takes = !range.replace(" ", "").matches("(?i).*;q=0(\\.0*)?(;.*)?");
      }
    }
    return takes;
  }
}
