package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.builds.BuildUnit;
import dev.concordat.environment.setup.catalog.Catalog;
import dev.concordat.environment.setup.catalog.CatalogEntity;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what the systems are: what is declared, the services that compose files build, and components of the
/// catalogue; where a compose file builds nothing, every folder whose product can be started.
final class SystemFinder {
  private final Workspace workspace;
  private final List<ComposeService> services;
  private final List<BuildUnit> units;
  private final Catalog catalog;
  private final List<Candidate> found = new ArrayList<>();

  SystemFinder(
      Workspace workspace, List<ComposeService> services, List<BuildUnit> units, Catalog catalog) {
    this.workspace = workspace;
    this.services = services;
    this.units = units;
    this.catalog = catalog;
  }

  List<Candidate> find(List<Declared> declared, List<String> leftOut) {
    declared.forEach(this::addDeclared);
    List<ComposeService> built =
        services.stream().filter(service -> service.folder().isPresent()).toList();
    built.forEach(this::addService);
    for (BuildUnit unit : units) {
      if (!isClaimed(unit.folder())) {
        boolean isComponent = componentOf(unit).isPresent();
        if (built.isEmpty() || isComponent) {
          addUnit(unit);
        } else {
          workspace
              .notes()
              .fact(
                  "workspace",
                  "%s can be started, but no compose file and no catalogue mentions it: left out"
                      .formatted(workspace.relative(unit.folder())),
                  unit.place(),
                  Sureness.GUESS);
        }
      }
    }
    declared.forEach(this::noteUnknown);
    return found.stream().filter(system -> !leftOut.contains(system.name())).toList();
  }

  private void addDeclared(Declared system) {
    Optional<Path> folder =
        system
            .folder()
            .or(() -> builtService(system.name()).flatMap(ComposeService::folder))
            .or(() -> unitNamed(system.name()).map(BuildUnit::folder))
            .or(
                () ->
                    Optional.of(workspace.root().resolve(system.name())).filter(Files::isDirectory))
            .or(() -> system.hasCommand() ? Optional.of(workspace.root()) : Optional.empty());
    folder.ifPresent(
        path ->
            found.add(
                new Candidate(
                    system.name(),
                    path,
                    unitAt(path),
                    builtService(system.name()).or(() -> serviceAt(path)),
                    system.place())));
  }

  private Optional<ComposeService> builtService(String name) {
    return services.stream()
        .filter(one -> one.name().equals(name) && one.folder().isPresent())
        .findFirst();
  }

  private void noteUnknown(Declared system) {
    List<String> names = found.stream().map(Candidate::name).toList();
    if (!names.contains(system.name())) {
      workspace
          .notes()
          .problem(
              Problem.error(
                  "config/unknown-system",
                  system.place(),
                  "no system called `" + system.name() + "` was found",
                  DidYouMean.fix(
                      names,
                      system.name(),
                      "say where it is with `folder:` and how it starts with `run:`")));
    }
  }

  private Optional<ComposeService> serviceAt(Path folder) {
    return services.stream()
        .filter(service -> service.folder().filter(folder::equals).isPresent())
        .findFirst();
  }

  private Optional<BuildUnit> unitNamed(String name) {
    return units.stream().filter(unit -> nameOf(unit).equals(name)).findFirst();
  }

  private void addService(ComposeService service) {
    Path folder = service.folder().orElseThrow();
    boolean isKnown =
        found.stream()
            .anyMatch(one -> one.name().equals(service.name()) || one.folder().equals(folder));
    if (isKnown) {
      return;
    }
    found.add(
        new Candidate(
            service.name(), folder, unitAt(folder), Optional.of(service), service.place()));
    workspace
        .notes()
        .fact(service.name(), "is a system in " + shown(folder), service.place(), Sureness.CERTAIN);
  }

  private void addUnit(BuildUnit unit) {
    String name = unique(nameOf(unit), unit.folder());
    found.add(
        new Candidate(name, unit.folder(), Optional.of(unit), Optional.empty(), unit.place()));
    workspace
        .notes()
        .fact(
            name,
            "is a system in " + shown(unit.folder()),
            componentOf(unit).map(CatalogEntity::place).orElse(unit.place()),
            componentOf(unit).isPresent() ? Sureness.CERTAIN : Sureness.LIKELY);
  }

  private String nameOf(BuildUnit unit) {
    return componentOf(unit)
        .map(CatalogEntity::name)
        .orElseGet(
            () ->
                unit.folder().equals(workspace.root())
                    ? unit.name()
                    : unit.folder().getFileName().toString());
  }

  private Optional<CatalogEntity> componentOf(BuildUnit unit) {
    return catalog
        .component(unit.folder().getFileName().toString(), unit.folder())
        .or(() -> catalog.component(unit.name(), unit.folder()));
  }

  private String unique(String name, Path folder) {
    boolean isTaken = found.stream().anyMatch(one -> one.name().equals(name));
    return isTaken ? workspace.relative(folder).replace('/', '-') : name;
  }

  private boolean isClaimed(Path folder) {
    return found.stream()
        .anyMatch(
            one ->
                one.folder().equals(folder)
                    || one.unit().filter(unit -> unit.folder().equals(folder)).isPresent()
                    // A web front end inside a system is part of that system's build.
                    || (!one.folder().equals(workspace.root()) && folder.startsWith(one.folder())));
  }

  /// The unit in the folder, or the only one below it.
  private Optional<BuildUnit> unitAt(Path folder) {
    List<BuildUnit> below =
        units.stream().filter(unit -> unit.folder().startsWith(folder)).toList();
    return below.stream()
        .filter(unit -> unit.folder().equals(folder))
        .findFirst()
        .or(() -> below.size() == 1 ? Optional.of(below.getFirst()) : Optional.empty());
  }

  private String shown(Path folder) {
    String relative = workspace.relative(folder);
    return relative.isEmpty() ? "the workspace's root" : relative + "/";
  }
}
