package dev.concordat.cli.provider;

import dev.concordat.conform.learned.Failure;
import java.util.List;
import java.util.Optional;

/// A finding as it is kept for `replay`.
///
/// @param provider the address without a path
/// @param contract the contract's file, absolute
/// @param basePath what stood before the contract's paths in the place of what its own servers say
/// @param seed of the run that found it
record StoredFinding(
    Failure failure,
    String provider,
    String contract,
    Optional<String> basePath,
    long seed,
    List<StoredStep> steps) {
  StoredFinding {
    steps = List.copyOf(steps);
  }

  String id() {
    return failure.id();
  }

  /// One line for people.
  String describe() {
    return id() + "  " + failure.rule() + "  " + failure.operation() + "  " + failure.message();
  }
}
