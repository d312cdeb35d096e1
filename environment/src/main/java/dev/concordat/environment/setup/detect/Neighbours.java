package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.compose.ComposeService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The systems around one, by the ways in which an address can point to them.
///
/// @param ports the port each system listens on when started by hand
/// @param services all services of compose files
record Neighbours(
    List<Candidate> systems, Map<String, OptionalInt> ports, List<ComposeService> services) {

  Optional<Candidate> called(List<String> hosts) {
    return systems.stream().filter(system -> hosts.stream().anyMatch(system::isCalled)).findFirst();
  }

  /// The only system on that port of this machine.
  Optional<Candidate> atPort(OptionalInt port) {
    List<Candidate> there = systems.stream().filter(system -> isReachedAt(system, port)).toList();
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }

  private boolean isReachedAt(Candidate system, OptionalInt port) {
    return port.isPresent()
        && (ports.getOrDefault(system.name(), OptionalInt.empty()).equals(port)
            || system
                .service()
                .filter(service -> service.published().contains(port.getAsInt()))
                .isPresent());
  }

  /// Whether the system itself listens there, inside its container or outside.
  boolean isPortOf(Candidate system, OptionalInt port) {
    return isReachedAt(system, port)
        || system
            .service()
            .filter(service -> port.isPresent() && service.ports().contains(port.getAsInt()))
            .isPresent();
  }

  /// Another system whose name the variable carries.
  Optional<String> byVariable(VariableName variable, Candidate asking) {
    return variable
        .provider()
        .flatMap(
            word ->
                systems.stream()
                    .filter(system -> !system.equals(asking))
                    .map(Candidate::name)
                    .filter(name -> VariableName.isSame(word, name))
                    .findFirst());
  }

  /// A compose service from an image that is no part: another team's system.
  Optional<String> imageCalled(String host) {
    return services.stream()
        .filter(service -> service.isCalled(host))
        .map(ComposeService::name)
        .findFirst();
  }
}
