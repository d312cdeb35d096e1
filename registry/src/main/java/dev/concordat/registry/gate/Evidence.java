package dev.concordat.registry.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The newest verification of a consumer's contract by a version of its provider.
///
/// @param number of the verification
/// @param success whether the contract was kept
/// @param at when it was verified
/// @param method `replay` for a run against the provider, `comparison` for two contracts that were compared
/// @param buildUrl the run
/// @param failures what did not hold, the first ones of very many; empty also where the verification tells no details
public record Evidence(
    int number,
    boolean success,
    Instant at,
    String method,
    Optional<String> buildUrl,
    List<Failure> failures) {
  /// More failures of one verification are not read.
  public static final int MAX_FAILURES = 20;

  public Evidence {
    failures = List.copyOf(failures);
  }
}
