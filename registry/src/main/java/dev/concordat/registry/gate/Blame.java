package dev.concordat.registry.gate;

import java.time.Instant;
import java.util.Optional;

/// Whose change broke a pair, as far as the verifications show it.
public sealed interface Blame {
  /// The same contract was kept by an earlier version of the provider: the provider's change alone breaks it.
  ///
  /// @param good the newest earlier version that kept it
  /// @param bad the first version after it that did not
  /// @param since when that was seen
  record ProviderChanged(SystemVersion good, SystemVersion bad, Instant since) implements Blame {}

  /// The same version of the provider keeps an earlier contract of the consumer: the consumer's change alone breaks it.
  ///
  /// @param good the newest earlier version of the consumer whose contract is kept
  /// @param since when the consumer published what is not
  record ConsumerChanged(SystemVersion good, Instant since) implements Blame {}

  /// No verification shows that it ever held.
  ///
  /// @param since the first failed verification of this contract, where one is kept
  record NeverHeld(Optional<Instant> since) implements Blame {}
}
