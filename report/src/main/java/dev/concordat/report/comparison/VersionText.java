package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.VersionAdvice;
import java.util.Optional;

/// What is said of the new contract's version.
final class VersionText {
  private VersionText() {}

  /// `version 2.0.0 (major: 2 breaks); openapi.yaml states 1.5.0, which is not enough`, where it was asked for.
  static Optional<String> line(ComparedPair pair) {
    return pair.version().map(advice -> text(advice, pair.comparison().right().file()));
  }

  private static String text(VersionAdvice advice, String file) {
    String step = advice.needed().word() + ": " + advice.why();
    String next =
        advice
            .suggested()
            .map(version -> "version " + version + " (" + step + ")")
            .orElseGet(() -> "version: " + step + "; " + reason(advice.before()));
    if (advice.stated().isEmpty()) {
      return next;
    }
    return next
        + "; "
        + file
        + " states "
        + advice.stated()
        + (advice.isEnough() ? "" : ", which is not enough");
  }

  private static String reason(String before) {
    return before.isEmpty()
        ? "the old contract states none"
        : "'" + before + "' is no semantic version";
  }
}
