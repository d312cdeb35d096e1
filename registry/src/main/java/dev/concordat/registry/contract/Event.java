package dev.concordat.registry.contract;

import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import java.util.Optional;

/// Something that happened to a contract, of which others may want to be told.
///
/// @param pact the publication, or the newest one that says the content which was verified
/// @param verification what was published; for a published contract the newest of the provider's main branch
/// @param comment why it counts as this event
/// @param base what addresses begin with, as whoever caused the event sees the registry
/// @param buildUrl of the run that caused it
public record Event(
    Kind kind,
    PactRow pact,
    Optional<VerificationRow> verification,
    Optional<String> comment,
    String base,
    Optional<String> buildUrl) {
  /// The events that webhooks can ask for.
  public enum Kind {
    CONTRACT_PUBLISHED("contract_published"),
    CONTRACT_CONTENT_CHANGED("contract_content_changed"),
    CONTRACT_REQUIRING_VERIFICATION_PUBLISHED("contract_requiring_verification_published"),
    PROVIDER_VERIFICATION_PUBLISHED("provider_verification_published"),
    PROVIDER_VERIFICATION_SUCCEEDED("provider_verification_succeeded"),
    PROVIDER_VERIFICATION_FAILED("provider_verification_failed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /// How the Pact dialect names it.
    public String label() {
      return label;
    }
  }
}
