package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.detect.Detected;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a setup of drafts: systems that nobody can start become stand-ins, and what does not fit together is said.
final class Assembly {
  private final Workspace workspace;

  Assembly(Workspace workspace) {
    this.workspace = workspace;
  }

  Setup assemble(Detected detected) {
    List<SystemSpec> systems =
        detected.systems().stream()
            .filter(draft -> draft.launch().isPresent())
            .map(draft -> spec(draft, detected))
            .toList();
    detected.systems().stream()
        .filter(draft -> draft.launch().isEmpty())
        .forEach(this::noteUnstartable);
    systems.forEach(system -> check(system, systems));
    if (detected.systems().isEmpty()
        && workspace.notes().problems().stream().noneMatch(Problem::isError)) {
      noteNothing();
    }
    Set<String> used =
        systems.stream()
            .flatMap(system -> system.needs().stream())
            .map(PartNeed::part)
            .collect(Collectors.toSet());
    return new Setup(
        workspace.root(),
        systems,
        // A part in compose that nothing here uses would only cost time.
        detected.parts().stream().filter(part -> used.contains(part.name())).toList(),
        detected.flows(),
        workspace.notes().facts(),
        workspace.notes().problems());
  }

  private SystemSpec spec(Draft draft, Detected detected) {
    return new SystemSpec(
        draft.name(),
        draft.folder(),
        draft.owner(),
        draft.launch().orElseThrow(),
        draft.ready(),
        draft.provides(),
        draft.consumes().stream().map(one -> withContract(one, detected)).toList(),
        draft.needs(),
        draft.stubs(),
        draft.variables(),
        draft.place());
  }

  /// A provider that will not run here needs a contract from which a stand-in can be made.
  private static Consumption withContract(Consumption one, Detected detected) {
    Optional<Draft> provider =
        detected.systems().stream()
            .filter(draft -> draft.name().equals(one.provider()))
            .findFirst();
    boolean willRun = provider.filter(draft -> draft.launch().isPresent()).isPresent();
    if (willRun || one.contract().isPresent()) {
      return one;
    }
    Optional<Path> contract =
        provider
            .flatMap(draft -> draft.provides().stream().findFirst())
            .or(() -> Optional.ofNullable(detected.definitions().get(one.provider())));
    return new Consumption(one.provider(), one.variable(), one.value(), contract);
  }

  private void noteUnstartable(Draft draft) {
    String folder = workspace.relative(draft.folder());
    workspace
        .notes()
        .problem(
            Problem.warning(
                "setup/cannot-start",
                draft.place(),
                "nothing in %s says how %s is started; where it is called, a stand-in speaks for it"
                    .formatted(folder.isEmpty() ? "the workspace" : folder + "/", draft.name()),
                "write `systems: {%s: {run: COMMAND}}` in concordat.yaml".formatted(draft.name())));
  }

  private void check(SystemSpec system, List<SystemSpec> systems) {
    Set<String> here = systems.stream().map(SystemSpec::name).collect(Collectors.toSet());
    system.consumes().stream()
        .filter(one -> !here.contains(one.provider()) && one.contract().isEmpty())
        .map(Consumption::provider)
        .distinct()
        .forEach(
            provider ->
                workspace
                    .notes()
                    .problem(
                        Problem.warning(
                            "setup/nobody-answers",
                            system.place(),
                            "%s calls %s, which is not here, and no contract says how it answers: its calls will be refused"
                                .formatted(system.name(), provider),
                            "write `consumes: {%s: {contract: FILE}}` for %s in concordat.yaml; a stand-in is made from it"
                                .formatted(provider, system.name()))));
  }

  private void noteNothing() {
    workspace
        .notes()
        .problem(
            Problem.error(
                "setup/nothing-found",
                Place.of(workspace.root().toString()),
                "no system was found here: no compose.yaml that builds a service, no catalog-info.yaml, no pom.xml,"
                    + " build.gradle or package.json that starts one",
                "go to the folder that holds your systems, or describe them in a concordat.yaml"));
  }
}
