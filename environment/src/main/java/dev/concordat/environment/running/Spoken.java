package dev.concordat.environment.running;

import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.owner.Owner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A system for which stand-ins speak.
///
/// @param spec absent for a system that the setup does not have
/// @param requests what answers requests; absent where no OpenAPI contract of the system is there
/// @param messages the AsyncAPI contracts that speak for it at a broker; none where the setup has no broker
/// @param reason why the system itself does not
record Spoken(
    String name,
    Optional<SystemSpec> spec,
    Optional<Requests> requests,
    List<Path> messages,
    String reason) {
  Spoken {
    messages = List.copyOf(messages);
  }

  /// A stand-in that answers requests.
  ///
  /// @param contract what it answers by
  record Requests(Path contract, StandInOpener.Opened standIn) {}

  /// All that speak for it.
  List<Path> contracts() {
    return Stream.concat(requests.stream().map(Requests::contract), messages.stream()).toList();
  }

  Owner owner() {
    return spec.map(SystemSpec::owner)
        .orElseGet(() -> Owner.unowned(name + " is not a system of this workspace"));
  }
}
