package dev.concordat.engine.fidelity;

import java.time.Duration;

/// How much may be tried with one operation.
///
/// @param rounds of values that tend to break; one request each
/// @param requests at most, learning and second tries among them
/// @param total no round begins after this time
public record Limits(int rounds, int requests, Duration total) {
  /// Where other proofs run beside this one.
  public static final Limits BESIDE_OTHERS = new Limits(8, 40, Duration.ofSeconds(40));

  /// Where this proof alone was asked for.
  public static final Limits ALONE = new Limits(40, 120, Duration.ofMinutes(4));
}
