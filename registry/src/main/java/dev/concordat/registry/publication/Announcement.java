package dev.concordat.registry.publication;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.contract.Publication;
import java.util.List;
import java.util.Optional;

/// What a version of a system says.
///
/// @param version with its pacts, branch, tags and build
/// @param owner the team that is told of failures
record Announcement(
    Publication version, Optional<String> owner, List<Named> provides, List<Proof> proofs) {
  /// What a provider says of its own contract in PactFlow's dialect: whether it was shown to keep it.
  static final String SELF_VERIFICATION = "self-verification";

  Announcement {
    provides = List.copyOf(provides);
    proofs = List.copyOf(proofs);
  }

  /// A contract that the version provides.
  ///
  /// @param name of its file
  record Named(String name, String mediaType, Bytes bytes) {}

  /// What was proved of the version elsewhere.
  ///
  /// @param kind one of {@link ProofKinds}, or {@link #SELF_VERIFICATION}
  /// @param report JSON text
  record Proof(String kind, boolean success, String report) {}
}
