package dev.concordat.engine.resilience;

import java.time.Duration;

/// How long and how often experiments try.
///
/// @param patience how long a call is waited for: a timeout that is longer cannot be told from none
/// @param recovery how long a consumer may take to work again
/// @param total no experiment begins after this time
/// @param failingCalls how many calls in a row are made to fail
/// @param silentCalls how many calls stay without an answer
public record Limits(
    Duration patience, Duration recovery, Duration total, int failingCalls, int silentCalls) {
  /// What suits ordinary systems: the longest default timeout that is in wide use is 30 s.
  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(33), Duration.ofSeconds(20), Duration.ofMinutes(10), 10, 2);

  public Limits withPatience(Duration other) {
    return new Limits(other, recovery, total, failingCalls, silentCalls);
  }

  public Limits withTotal(Duration other) {
    return new Limits(patience, recovery, other, failingCalls, silentCalls);
  }
}
