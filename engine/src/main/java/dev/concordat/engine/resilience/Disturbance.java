package dev.concordat.engine.resilience;

/// What an experiment does to the calls of one operation on a link.
public enum Disturbance {
  /// Nothing.
  NONE("nothing"),
  /// The provider gets the request, and the consumer gets no answer.
  SILENCE("silence"),
  /// The consumer gets 503.
  ERROR("503"),
  /// The connection is broken off (RST) instead of the answer.
  RESET("reset"),
  /// Nobody answers who wants to connect.
  UNREACHABLE("unanswered-connect"),
  /// The provider gets every request twice.
  DUPLICATE("duplicate");

  private final String word;

  Disturbance(String word) {
    this.word = word;
  }

  /// As reports name it.
  public String word() {
    return word;
  }
}
