package dev.concordat.registry.broker;

import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.store.Verifications;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How a pair stands: its newest pact and the newest verification of anything between the two.
///
/// @param verification of this or an earlier content
record PairStatus(State state, Optional<VerificationRow> verification) {
  /// In the words of the dialect.
  enum State {
    NEVER("never"),
    SUCCESS("success"),
    FAILED("failed"),
    /// An earlier content was verified.
    STALE("stale");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static PairStatus of(Handle handle, PactRow pact) {
    Verifications verifications = new Verifications(handle);
    Optional<VerificationRow> own = verifications.newest(pact.contentId());
    Optional<VerificationRow> newest =
        own.or(() -> verifications.newest(pact.consumerId(), pact.providerId()));
    if (newest.isEmpty()) {
      return new PairStatus(State.NEVER, newest);
    }
    if (!newest.get().success()) {
      return new PairStatus(State.FAILED, newest);
    }
    return new PairStatus(own.isPresent() ? State.SUCCESS : State.STALE, newest);
  }
}
