package dev.concordat.registry.verification;

import java.util.List;
import java.util.Optional;

/// A content that is to be verified, once for all reasons.
///
/// @param pact the publication by the newest of the chosen versions
/// @param chosen why, in order
/// @param pending whether a failure does not count; empty where it was not asked
/// @param pendingTags the tags of the provider for which it is pending
/// @param settledTags those for which it is not
/// @param isWip whether it is included as work in progress only
record VerifiablePact(
    Pact pact,
    List<Chosen> chosen,
    Optional<Boolean> pending,
    List<String> pendingTags,
    List<String> settledTags,
    boolean isWip) {
  VerifiablePact {
    chosen = List.copyOf(chosen);
    pendingTags = List.copyOf(pendingTags);
    settledTags = List.copyOf(settledTags);
  }

  boolean isPending() {
    return pending.orElse(false);
  }
}
