package dev.concordat.environment.running;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.part.Kafka;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                "cannot be started ("
                    + reason
                    + "), and no OpenAPI contract can speak for it"
                    + (broker().isPresent() ? ", and no AsyncAPI contract" : ""),
                "Install what it needs, or add an OpenAPI file to what it provides ("
                    + spec.place()
                    + ")."));
  }

  /// A stand-in for a provider that the setup does not have; empty where the consumer has no contract of it that can speak.
  Optional<Spoken> open(Consumption consumption) throws EnvironmentFailure {
    return open(
        consumption.provider(),
        Optional.empty(),
        consumption.contract().stream().toList(),
        "it is not in this workspace");
  }

  /// The broker at which a system's messages are: the one that it needs, else the first of the setup.
  Optional<String> broker(Spoken spoken) {
    return spoken.spec().stream()
        .flatMap(spec -> spec.needs().stream())
        .map(PartNeed::part)
        .filter(this::isBroker)
        .findFirst()
        .or(this::broker);
  }

  private Optional<String> broker() {
    return setup.parts().stream().map(PartSpec::name).filter(this::isBroker).findFirst();
  }

  private boolean isBroker(String part) {
    return setup.parts().stream()
        .anyMatch(it -> it.name().equals(part) && it.kind().equals(Kafka.KIND));
  }

  /// Opens what speaks for a system at a broker that is ready.
  ///
  /// @param bootstrap of the broker
  Map<Path, StandInOpener.Opened> atBroker(Spoken spoken, String bootstrap)
      throws EnvironmentFailure {
    var reader = new ContractReader(setup.root());
    Map<Path, StandInOpener.Opened> opened = new LinkedHashMap<>();
    for (Path file : spoken.messages()) {
      if (reader.read(file) instanceof AsyncApiContract contract) {
        try {
          opened.put(file, options.opener().open(contract, bootstrap, loops));
        } catch (IOException e) {
          opened.values().forEach(StandInOpener.Opened::close);
          throw EnvironmentFailure.of(
              spoken.name(),
              "its stand-in cannot work at the broker: " + e.getMessage(),
              "See the broker's log, and whether there are free ports.");
        }
      }
    }
    return opened;
  }

  private Optional<Spoken> open(
      String name, Optional<SystemSpec> spec, List<Path> contracts, String reason)
      throws EnvironmentFailure {
    var reader = new ContractReader(setup.root());
    Optional<Spoken.Requests> requests = Optional.empty();
    List<Path> messages = new ArrayList<>();
    for (Path file : contracts) {
      Contract contract = reader.read(file);
      if (contract instanceof OpenApiContract openApi && requests.isEmpty()) {
        requests = Optional.of(new Spoken.Requests(file, open(name, openApi)));
      } else if (contract instanceof AsyncApiContract && broker().isPresent()) {
        messages.add(file);
      }
    }
    return requests.isEmpty() && messages.isEmpty()
        ? Optional.empty()
        : Optional.of(new Spoken(name, spec, requests, messages, reason));
  }

  private StandInOpener.Opened open(String name, OpenApiContract contract)
      throws EnvironmentFailure {
    try {
      return options.opener().open(contract, loops);
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          name, "its stand-in cannot listen: " + e.getMessage(), "Are there free ports?");
    }
  }
}
