package dev.concordat.drift;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.drift.provider.ProviderOptions;
import java.util.List;
import java.util.Optional;

/// What stubs are held against: contracts, the running provider, recordings, or several of them together.
///
/// @param names as they were named, for people
public record Truth(
    List<OpenApiContract> contracts,
    Optional<ProviderOptions> provider,
    List<StubContract> recordings,
    List<String> names) {
  public Truth {
    contracts = List.copyOf(contracts);
    recordings = List.copyOf(recordings);
    names = List.copyOf(names);
  }

  /// Whether only contracts are there, so that recordings on the other side are traffic and no stubs.
  public boolean isContractsOnly() {
    return !contracts.isEmpty() && provider.isEmpty() && recordings.isEmpty();
  }
}
