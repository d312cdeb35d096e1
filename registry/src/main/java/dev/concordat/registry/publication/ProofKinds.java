package dev.concordat.registry.publication;

import java.util.List;

/// What may be proved of a version elsewhere and published with it.
public final class ProofKinds {
  /// In the order in which people are told of them.
  public static final List<String> ALL =
      List.of("conform", "drift", "fidelity", "flows", "resilience", "timing");

  private ProofKinds() {}
}
