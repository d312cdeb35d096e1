package dev.concordat.environment.running;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens stand-ins for the systems that cannot or shall not be started.
record StandIns(Setup setup, StartOptions options, EventLoops loops) {
  private static final String PATH = "PATH";

  /// Why a system of the setup is not started; empty where it is.
  Optional<String> reason(SystemSpec spec) {
    if (options.standIns().contains(spec.name())) {
      return Optional.of("asked for");
    }
    String path = System.getenv().getOrDefault(PATH, "");
    return spec.launch()
        .requires()
        .filter(needed -> !Executables.isThere(needed, spec.folder(), path))
        .map(needed -> needed + " is not on the PATH");
  }

  /// A stand-in for a system of the setup.
  Spoken open(SystemSpec spec, String reason) throws EnvironmentFailure {
    Optional<Spoken> spoken = open(spec.name(), Optional.of(spec), spec.provides(), reason);
    return spoken.orElseThrow(
        () ->
            EnvironmentFailure.of(
                spec.name(),
                "cannot be started (" + reason + "), and no OpenAPI contract can speak for it",
                "Install what it needs, or add an OpenAPI file to what it provides ("
                    + spec.place()
                    + ")."));
  }

  /// A stand-in for a provider that the setup does not have; empty where the consumer has no OpenAPI contract of it.
  Optional<Spoken> open(Consumption consumption) throws EnvironmentFailure {
    return open(
        consumption.provider(),
        Optional.empty(),
        consumption.contract().stream().toList(),
        "it is not in this workspace");
  }

  private Optional<Spoken> open(
      String name, Optional<SystemSpec> spec, List<Path> contracts, String reason)
      throws EnvironmentFailure {
    var reader = new ContractReader(setup.root());
    for (Path file : contracts) {
      if (reader.read(file) instanceof OpenApiContract contract) {
        try {
          StandInOpener.Opened standIn = options.opener().open(contract, loops);
          return Optional.of(new Spoken(name, spec, file, standIn, reason));
        } catch (IOException e) {
          throw EnvironmentFailure.of(
              name, "its stand-in cannot listen: " + e.getMessage(), "Are there free ports?");
        }
      }
    }
    return Optional.empty();
  }
}
