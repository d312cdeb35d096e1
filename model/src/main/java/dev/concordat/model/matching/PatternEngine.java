package dev.concordat.model.matching;

/// Runs regular expressions from contracts. Implementations bound the work, because patterns are untrusted input.
@FunctionalInterface
public interface PatternEngine {
  /// Whether the whole text matches the pattern.
  Answer match(String pattern, String text);

  /// What came of a match.
  enum Answer {
    MATCHES,
    DIFFERS,
    /// The text is not a regular expression.
    NOT_A_PATTERN,
    /// The match was given up because it cost too much.
    TOO_COSTLY
  }
}
