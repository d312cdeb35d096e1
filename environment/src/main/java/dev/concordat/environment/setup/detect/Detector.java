package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.CommandText;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.Reach;
import dev.concordat.environment.setup.builds.BuildUnit;
import dev.concordat.environment.setup.builds.BuildUnits;
import dev.concordat.environment.setup.catalog.Catalog;
import dev.concordat.environment.setup.catalog.CatalogEntity;
import dev.concordat.environment.setup.compose.ComposeFiles;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.environment.setup.owners.OwnerSources;
import dev.concordat.environment.setup.settings.Setting;
import dev.concordat.environment.setup.settings.Settings;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.owner.Owner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Finds out what a workspace holds from the files teams have anyway. Everything it concludes is a fact with a place in the
/// workspace's notes, everything it could not use is a problem there.
public final class Detector {
  private static final Pattern FLOW = Pattern.compile(".*\\.(?:flow|arazzo)\\.(?:ya?ml|json)");

  private final Workspace workspace;
  private final List<ComposeService> services;
  private final Catalog catalog;
  private final OwnerSources owners;
  private final List<Candidate> systems;
  private final List<ContractFile> contractFiles;
  private final ContractPlaces contracts;
  private final FoundParts parts;

  private Detector(Workspace workspace, List<Declared> declared, List<String> leftOut) {
    this.workspace = workspace;
    this.services = ComposeFiles.services(workspace);
    this.catalog = Catalog.read(workspace);
    this.owners = OwnerSources.read(workspace, catalog);
    List<BuildUnit> units = BuildUnits.find(workspace);
    this.systems = new SystemFinder(workspace, services, units, catalog).find(declared, leftOut);
    this.contractFiles = ContractFiles.find(workspace);
    this.contracts = new ContractPlaces(workspace, catalog, systems, contractFiles);
    this.parts = new FoundParts(workspace.notes(), services);
  }

  /// What the workspace holds.
  ///
  /// @param declared systems that concordat.yaml names; they are found whether or not their files look like a system
  /// @param leftOut names of systems that are not to be looked at
  public static Detected detect(
      Workspace workspace, List<Declared> declared, List<String> leftOut) {
    return new Detector(workspace, declared, leftOut).detect();
  }

  private Detected detect() {
    Map<String, List<Setting>> settings = new LinkedHashMap<>();
    Map<String, OptionalInt> ports = new LinkedHashMap<>();
    for (Candidate system : systems) {
      List<Setting> own = Settings.of(workspace, filesOf(system));
      settings.put(system.name(), own);
      ports.put(system.name(), Wiring.ownPort(own));
    }
    var neighbours = new Neighbours(systems, ports, services);
    List<Draft> drafts =
        systems.stream()
            .map(
                system ->
                    draft(system, settings.getOrDefault(system.name(), List.of()), neighbours))
            .toList();
    contracts.noteOrphans();
    new UnusedImages(workspace.notes(), services).note(drafts);
    return new Detected(drafts, parts.specs(), flows(), definitions(), services);
  }

  private Draft draft(Candidate system, List<Setting> ownSettings, Neighbours neighbours) {
    List<Path> files = filesOf(system);
    List<Setting> given =
        system
            .service()
            .map(ComposeService::environment)
            .filter(list -> !list.isEmpty())
            .orElse(ownSettings);
    Wires wires = new Wiring(system, neighbours, parts, workspace.notes(), given).wire();
    var all = new ArrayList<>(given);
    all.addAll(ownSettings);
    var links =
        new CatalogLinks(workspace, catalog, contracts).extend(system, wires.consumes(), all);
    List<Path> provides = contracts.providedBy(system);
    Owner owner = owners.ofSystem(system.name(), system.folder(), provides);
    noteLaunch(system);
    return new Draft(
        system.name(),
        system.folder(),
        system.runFolder(),
        owner,
        system.unit().map(BuildUnit::launch),
        new Readiness(workspace, contractFiles).of(system, provides, files),
        provides,
        contracts.withContracts(system, links),
        wires.needs(),
        contracts.stubsOf(system),
        wires.variables(),
        Reach.PLAIN,
        system.place());
  }

  private void noteLaunch(Candidate system) {
    system
        .unit()
        .ifPresent(
            unit -> {
              Launch launch = unit.launch();
              workspace
                  .notes()
                  .fact(
                      system.name(),
                      "is started by " + CommandText.line(launch.command()),
                      unit.place(),
                      unit.sureness());
            });
  }

  /// Files in the system's folder that are not in the folder of a system inside it.
  private List<Path> filesOf(Candidate system) {
    return workspace
        .filesUnder(system.folder())
        .filter(
            file ->
                systems.stream()
                    .filter(other -> file.startsWith(other.folder()))
                    .max(Comparator.comparingInt(other -> other.folder().getNameCount()))
                    .filter(nearest -> nearest.folder().equals(system.folder()))
                    .isPresent())
        .toList();
  }

  private List<Path> flows() {
    return workspace.files().stream()
        .filter(file -> FLOW.matcher(file.getFileName().toString()).matches())
        .toList();
  }

  /// Definitions of APIs whose provider is elsewhere, by the component or API that consumers name.
  private Map<String, Path> definitions() {
    Map<String, Path> definitions = new LinkedHashMap<>();
    catalog.entities().stream()
        .filter(CatalogEntity::isApi)
        .filter(api -> api.definition().isPresent())
        .forEach(
            api -> {
              Path file = api.definition().orElseThrow();
              definitions.putIfAbsent(api.name(), file);
              catalog
                  .providersOf(api.name())
                  .forEach(component -> definitions.putIfAbsent(component.name(), file));
            });
    return definitions;
  }
}
