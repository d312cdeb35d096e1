package dev.concordat.compare.avro;

import java.util.List;

/// Texts of bounded length.
final class Listing {
  private static final int MAX_NAMES = 8;
  private static final int MAX_LENGTH = 60;

  private Listing() {}

  static String of(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)));
    return names.size() > MAX_NAMES
        ? shown + " and " + (names.size() - MAX_NAMES) + " more"
        : shown;
  }

  static String shortened(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
  }
}
