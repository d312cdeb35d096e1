package dev.concordat.cli.registry;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.SystemSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The contracts of one system that are published together.
///
/// @param owner the team that is told
/// @param pacts what it needs of others
/// @param provides what it provides
/// @param proofs what was proved of this version
public record Published(
    String system,
    Optional<String> owner,
    List<PactFile> pacts,
    List<Path> provides,
    List<ProofFile> proofs) {
  private static final Set<ContractKind> PROVIDED =
      Set.of(
          ContractKind.OPENAPI,
          ContractKind.ASYNCAPI,
          ContractKind.PROTOBUF,
          ContractKind.GRAPHQL,
          ContractKind.AVRO,
          ContractKind.JSON_SCHEMA);

  public Published {
    pacts = List.copyOf(pacts);
    provides = List.copyOf(provides);
    proofs = List.copyOf(proofs);
  }

  /// With the team that is told and with proofs.
  public Published with(Optional<String> team, List<ProofFile> proved) {
    return new Published(system, team.or(() -> owner), pacts, provides, proved);
  }

  /// A pact and whom it is about.
  public record PactFile(String provider, Path file) {}

  /// Of a system as it was detected, or as `concordat.yaml` says it.
  public static Published of(Path root, SystemSpec system) {
    ContractReader reader = new ContractReader(root);
    List<PactFile> pacts = new ArrayList<>();
    for (Consumption consumption : system.consumes()) {
      consumption
          .contract()
          .map(root::resolve)
          .filter(file -> reader.read(file) instanceof PactContract)
          .ifPresent(file -> pacts.add(new PactFile(consumption.provider(), file)));
    }
    return new Published(
        system.name(),
        system.owner().isKnown() ? Optional.of(system.owner().team()) : Optional.empty(),
        pacts,
        system.provides().stream()
            .map(root::resolve)
            .filter(file -> PROVIDED.contains(reader.read(file).kind()))
            .toList(),
        List.of());
  }

  /// Of files that the command line names.
  ///
  /// @param name of the system; where it is empty, the consumer of the pacts
  /// @return one for each consumer; none for files of which none says whose it is
  public static List<Published> of(
      Path root, Optional<String> name, Optional<String> owner, List<Path> files) {
    ContractReader reader = new ContractReader(root);
    List<PactContract> pacts = new ArrayList<>();
    List<Path> pactFiles = new ArrayList<>();
    List<Path> provides = new ArrayList<>();
    for (Path file : files) {
      Contract contract = reader.read(file);
      if (contract instanceof PactContract pact) {
        pacts.add(pact);
        pactFiles.add(file);
      } else if (PROVIDED.contains(contract.kind())) {
        provides.add(file);
      }
    }
    List<String> systems =
        name.map(List::of)
            .orElseGet(() -> pacts.stream().map(PactContract::consumer).distinct().toList());
    List<Published> published = new ArrayList<>();
    for (String system : systems) {
      List<PactFile> own = new ArrayList<>();
      for (int i = 0; i < pacts.size(); i++) {
        if (pacts.get(i).consumer().equals(system)) {
          own.add(new PactFile(pacts.get(i).provider(), pactFiles.get(i)));
        }
      }
      published.add(
          new Published(system, owner, own, name.isPresent() ? provides : List.of(), List.of()));
    }
    return published;
  }

  boolean isEmpty() {
    return pacts.isEmpty() && provides.isEmpty() && proofs.isEmpty();
  }
}
