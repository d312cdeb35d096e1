package dev.concordat.environment.setup.detect;

import dev.concordat.contracts.ContractKind;
import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.builds.BuildUnit;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.environment.setup.settings.SourceMentions;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds how to ask a system whether it is ready: its compose health check, its contract, its framework, its source.
final class Readiness {
  private static final Pattern URL = Pattern.compile("https?://[^/\\s\"']+(/[^\\s\"'|;&)]*)?");
  private static final Set<String> USUAL =
      Set.of(
          "/health",
          "/healthz",
          "/health/ready",
          "/ready",
          "/readyz",
          "/actuator/health",
          "/q/health",
          "/q/health/ready");

  private final Workspace workspace;
  private final List<ContractFile> contracts;

  Readiness(Workspace workspace, List<ContractFile> contracts) {
    this.workspace = workspace;
    this.contracts = contracts;
  }

  ReadyCheck of(Candidate system, List<Path> provides, List<Path> files) {
    return ofCompose(system)
        .or(() -> ofContract(system, provides))
        .or(() -> ofFramework(system))
        .or(() -> ofSource(system, files))
        .orElseGet(
            () -> {
              note(system, "is ready when its port is open", system.place(), Sureness.GUESS);
              return new ReadyCheck.Port();
            });
  }

  private Optional<ReadyCheck> ofCompose(Candidate system) {
    return system
        .service()
        .flatMap(ComposeService::health)
        .flatMap(
            health -> {
              Matcher url = URL.matcher(health.text());
              if (!url.find()) {
                return Optional.empty();
              }
              String path = url.group(1) == null ? "/" : url.group(1);
              return Optional.of(http(system, path, health.place(), Sureness.CERTAIN));
            });
  }

  private Optional<ReadyCheck> ofContract(Candidate system, List<Path> provides) {
    return contracts.stream()
        .filter(file -> file.kind() == ContractKind.OPENAPI && provides.contains(file.path()))
        .flatMap(file -> Nodes.at(file.root(), "paths").stream())
        .flatMap(paths -> Nodes.members(paths).stream())
        .filter(path -> USUAL.contains(path.name()) && Nodes.at(path.value(), "get").isPresent())
        .findFirst()
        .map(path -> http(system, path.name(), path.place(), Sureness.LIKELY));
  }

  private Optional<ReadyCheck> ofFramework(Candidate system) {
    return system
        .unit()
        .flatMap(BuildUnit::healthPath)
        .map(path -> http(system, path, system.place(), Sureness.LIKELY));
  }

  private Optional<ReadyCheck> ofSource(Candidate system, List<Path> files) {
    return SourceMentions.health(workspace, files)
        .map(health -> http(system, health.path(), health.place(), Sureness.GUESS));
  }

  private ReadyCheck http(Candidate system, String path, Place place, Sureness sureness) {
    note(system, "is ready when GET " + path + " answers 2xx", place, sureness);
    return new ReadyCheck.Http(path);
  }

  private void note(Candidate system, String statement, Place place, Sureness sureness) {
    workspace.notes().fact(system.name(), statement, place, sureness);
  }
}
