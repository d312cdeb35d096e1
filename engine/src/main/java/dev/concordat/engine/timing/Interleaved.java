package dev.concordat.engine.timing;

import java.time.Duration;
import java.util.List;

/// Whether one version is slower than another that ran in turn with it (A, B, A, B …) on the same machine: a sign test over
/// the pairs, which needs no assumption about how times are distributed, and a least difference that anybody would feel.
///
/// @param slowerPairs pairs in which the new version was slower by more than the tolerance
/// @param pairs pairs in which either was slower by more than the tolerance
/// @param isSlower whether chance alone explains so many slower pairs with less than the doubt that is allowed
public record Interleaved(int slowerPairs, int pairs, boolean isSlower) {
  /// Compares two lists of runs pair by pair.
  ///
  /// @param old the durations of the version to compare with, in the order of the runs
  /// @param now as many of the new one
  /// @param tolerance a part of the old time that does not matter: 0.1
  /// @param confidence how sure it must be, between 0 and 1
  public static Interleaved of(
      List<Duration> old, List<Duration> now, double tolerance, double confidence) {
    if (old.size() != now.size()) {
      throw new IllegalArgumentException("interleaved runs come in pairs");
    }
    int slower = 0;
    int faster = 0;
    for (int i = 0; i < old.size(); i++) {
      double before = old.get(i).toNanos();
      double after = now.get(i).toNanos();
      if (after > before * (1 + tolerance)) {
        slower++;
      } else if (before > after * (1 + tolerance)) {
        faster++;
      }
    }
    int pairs = slower + faster;
    boolean isSlower = pairs > 0 && new Binomial(pairs, 0.5).atLeast(slower) <= 1 - confidence;
    return new Interleaved(slower, pairs, isSlower);
  }
}
