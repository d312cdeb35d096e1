package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.PactInteraction;
import java.util.List;

/// What verifying one interaction came to.
public record InteractionResult(
    PactInteraction interaction, List<VerificationFailure> failures, List<String> warnings) {
  public InteractionResult {
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
  }

  public boolean holds() {
    return failures.isEmpty();
  }

  /// Whether it may fail without failing the whole.
  public boolean isPending() {
    return interaction.header().isPending();
  }
}
