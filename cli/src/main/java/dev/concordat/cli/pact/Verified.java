package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.verification.InteractionResult;
import dev.concordat.contracts.pact.verification.Verification;
import java.util.List;
import java.util.Optional;

/// What came of one pact.
///
/// @param published where its result was published to; empty where it was not
record Verified(Offered offered, Verification verification, Optional<String> published) {
  /// What became of one interaction.
  enum State {
    holds,
    pending,
    fails
  }

  State state(InteractionResult result) {
    if (result.holds()) {
      return State.holds;
    }
    return result.isPending() || offered.standing().isPending() ? State.pending : State.fails;
  }

  boolean isBroken() {
    return in(State.fails) > 0;
  }

  long in(State state) {
    return verification.results().stream().filter(it -> state(it) == state).count();
  }

  /// What the registry wants to be said now.
  List<String> said() {
    return offered
        .standing()
        .said(
            "after_verification:success_"
                + verification.isSuccessful()
                + "_published_"
                + published.isPresent());
  }
}
