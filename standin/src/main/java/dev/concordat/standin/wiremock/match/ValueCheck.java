package dev.concordat.standin.wiremock.match;

/// One pattern, ready to run. Thread-safe.
interface ValueCheck {
  boolean accepts(Subject subject);

  /// How far the value is from one that is accepted: 0 is accepted, 1 has nothing in common.
  default double distance(Subject subject) {
    return accepts(subject) ? 0 : 1;
  }
}
