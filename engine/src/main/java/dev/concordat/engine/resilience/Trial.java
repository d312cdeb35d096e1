package dev.concordat.engine.resilience;

import java.util.List;

/// One call under a disturbance, with everything that the link saw of it.
///
/// @param attempts in the order in which they came
/// @param endNanos when the observation ended; the disturbance was on until then
/// @param openConnections how many connections of the consumer were open at the end
public record Trial(
    Disturbance disturbance,
    Call call,
    List<Attempt> attempts,
    long endNanos,
    int openConnections) {
  public Trial {
    attempts = List.copyOf(attempts);
  }

  /// Whether another attempt was about to come when the observation ended: the silence after the last one was not longer
  /// than any before it.
  boolean isStillGoing() {
    if (attempts.size() < 2) {
      return false;
    }
    long longest = 0;
    for (int i = 1; i < attempts.size(); i++) {
      longest = Math.max(longest, attempts.get(i).atNanos() - attempts.get(i - 1).atNanos());
    }
    return endNanos - attempts.getLast().atNanos() <= longest * 2;
  }
}
