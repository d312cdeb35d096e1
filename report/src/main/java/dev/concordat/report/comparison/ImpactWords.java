package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Impact;
import dev.concordat.report.terminal.Words;

/// Impacts in the words of a sentence.
final class ImpactWords {
  private ImpactWords() {}

  /// `3 breaks`, `1 undecided`.
  static String count(Impact impact, long count) {
    return switch (impact) {
      case BREAKS -> Words.count(count, "break");
      case UNKNOWN -> count + " undecided";
      case RISKY -> Words.count(count, "risky change");
      case MEANING -> Words.count(count, "change") + " of meaning";
      case CLIENT_CODE -> Words.count(count, "change") + " of client code";
      case POLICY -> Words.count(count, "broken promise");
      case SAFE -> Words.count(count, "safe change");
    };
  }
}
