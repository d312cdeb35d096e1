package dev.concordat.registry.contract;

import java.util.List;
import java.util.Optional;

/// What one version of a consumer publishes at a time.
///
/// @param buildUrl of the run that publishes
public record Publication(
    String consumer,
    String number,
    Optional<String> branch,
    List<String> tags,
    Optional<String> buildUrl,
    List<Said> contracts) {
  public Publication {
    tags = List.copyOf(tags);
    contracts = List.copyOf(contracts);
  }

  /// What it says of one provider.
  ///
  /// @param conflict what to do where the version said something of the provider before
  public record Said(String provider, PactContent content, Conflict conflict) {}

  /// What to do with what a version said before.
  public enum Conflict {
    /// The same again is fine; anything else is refused.
    REFUSE,
    /// Interactions are added to those that are there.
    MERGE
  }
}
