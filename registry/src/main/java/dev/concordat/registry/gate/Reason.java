package dev.concordat.registry.gate;

/// One reason of a decision.
public sealed interface Reason {
  /// The pair was proved.
  record Proved(Pair pair, Evidence evidence) implements Reason {}

  /// The pair was shown to break.
  record Broken(Pair pair, Evidence evidence, Blame blame) implements Reason {}

  /// Nobody verified this contract with this version of the provider.
  ///
  /// @param isEverVerified whether some other version of the provider verified the same contract
  /// @param command makes the missing evidence
  record Unproved(Pair pair, boolean isEverVerified, String command) implements Reason {}

  /// The consumer needs a system of which nothing is at the target.
  ///
  /// @param provider the name of the system
  /// @param command makes what is missing, or records that it is there
  record ProviderAbsent(Side consumer, String provider, String command) implements Reason {}

  /// The registry does not know the version that was asked.
  ///
  /// @param command makes it known
  record VersionUnknown(SystemVersion version, String command) implements Reason {}

  /// A reason that does not count, because somebody answers for it.
  record Exempt(Reason reason, Exemption exemption) implements Reason {}
}
