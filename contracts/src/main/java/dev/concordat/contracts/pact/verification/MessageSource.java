package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactMessage;
import java.io.IOException;
import java.util.Optional;

/// Has a provider make the messages that interactions describe.
@FunctionalInterface
public interface MessageSource {
  /// The message, or the answer, of an interaction.
  ///
  /// @param request what a synchronous interaction asks
  /// @throws IOException if the provider makes none
  PactMessage produce(PactInteraction interaction, Optional<PactMessage> request)
      throws IOException;
}
