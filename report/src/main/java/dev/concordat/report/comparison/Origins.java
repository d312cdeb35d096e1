package dev.concordat.report.comparison;

import dev.concordat.model.place.Place;

/// Files with the revision that they were read from.
final class Origins {
  private Origins() {}

  /// `main:openapi.yaml:88`.
  static String of(Place place, String prefix) {
    return prefix + place.shortForm();
  }

  /// The prefix `main:` without its colon.
  static String revision(String prefix) {
    return prefix.endsWith(":") ? prefix.substring(0, prefix.length() - 1) : prefix;
  }
}
