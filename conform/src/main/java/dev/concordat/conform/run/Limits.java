package dev.concordat.conform.run;

import java.time.Duration;

/// How far a run may go.
///
/// @param time after which no new request is sent
/// @param requests how many may be sent at most
/// @param answer how long one answer may take
/// @param slowerThan an answer that takes longer is a finding; zero for none
/// @param perSecond how many requests are sent in a second at most; 0 for no limit
/// @param workers how many requests are under way at once; with one, the same seed and answers give the same requests
/// @param isOnlySafe whether only GET, HEAD and OPTIONS are sent
/// @param isDryRun whether nothing is sent at all
/// @param isFuzzing whether the time that is left is used for fuzzing
public record Limits(
    Duration time,
    int requests,
    Duration answer,
    Duration slowerThan,
    int perSecond,
    int workers,
    boolean isOnlySafe,
    boolean isDryRun,
    boolean isFuzzing) {
  private static final Duration USUAL_TIME = Duration.ofSeconds(60);
  private static final Duration USUAL_ANSWER = Duration.ofSeconds(10);

  /// What a run against this machine has: a minute, one worker.
  public static final Limits USUAL =
      new Limits(
          USUAL_TIME, Integer.MAX_VALUE, USUAL_ANSWER, Duration.ZERO, 0, 1, false, false, true);

  public Limits {
    if (requests < 0 || perSecond < 0 || workers < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  public Limits withTime(Duration other) {
    return new Limits(
        other, requests, answer, slowerThan, perSecond, workers, isOnlySafe, isDryRun, isFuzzing);
  }

  public Limits withRequests(int other) {
    return new Limits(
        time, other, answer, slowerThan, perSecond, workers, isOnlySafe, isDryRun, isFuzzing);
  }

  public Limits withAnswer(Duration other) {
    return new Limits(
        time, requests, other, slowerThan, perSecond, workers, isOnlySafe, isDryRun, isFuzzing);
  }

  public Limits withSlowerThan(Duration other) {
    return new Limits(
        time, requests, answer, other, perSecond, workers, isOnlySafe, isDryRun, isFuzzing);
  }

  public Limits withPace(int requestsPerSecond, int many) {
    return new Limits(
        time,
        requests,
        answer,
        slowerThan,
        requestsPerSecond,
        many,
        isOnlySafe,
        isDryRun,
        isFuzzing);
  }

  public Limits onlySafe() {
    return new Limits(
        time, requests, answer, slowerThan, perSecond, workers, true, isDryRun, isFuzzing);
  }

  public Limits dryRun() {
    return new Limits(
        time, requests, answer, slowerThan, perSecond, workers, isOnlySafe, true, isFuzzing);
  }

  public Limits withoutFuzzing() {
    return new Limits(
        time, requests, answer, slowerThan, perSecond, workers, isOnlySafe, isDryRun, false);
  }
}
