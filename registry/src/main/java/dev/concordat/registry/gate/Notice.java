package dev.concordat.registry.gate;

/// Something about a decision that a person should know and that does not change it.
public sealed interface Notice {
  /// Nothing of the system is at the target yet.
  record FirstDeployment(SystemVersion version) implements Notice {}

  /// No version of the consumer at the target has a contract with this provider yet.
  record NewConsumer(SystemVersion consumer, String provider) implements Notice {}

  /// A version that leaves the target had a contract with this provider; the one that comes has none.
  record ConsumerLeaves(SystemVersion leaving, String provider) implements Notice {}

  /// An operation that a consumer at the target uses is gone from the provider.
  record OperationRemoved(Pair pair, String operation) implements Notice {}

  /// The version has no contract with anybody, so there is nothing to prove.
  record NothingToProve(SystemVersion version) implements Notice {}

  /// An exemption is over and was not applied.
  record ExemptionOver(Exemption exemption) implements Notice {}

  /// An exemption fits no reason of this decision.
  record ExemptionUnused(Exemption exemption) implements Notice {}
}
