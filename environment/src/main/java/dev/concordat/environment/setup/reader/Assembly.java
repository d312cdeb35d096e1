package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Fact;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.config.ConfigFile;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a setup of drafts: systems that nobody can start become stand-ins, and what does not fit together is said.
final class Assembly {
  private final Workspace workspace;
  private final ConfigFile config;

  Assembly(Workspace workspace, ConfigFile config) {
    this.workspace = workspace;
    this.config = config;
  }

  /// @param definitions API definitions of systems that are not here
  Setup assemble(
      List<Draft> drafts, List<PartSpec> parts, List<Path> flows, Map<String, Path> definitions) {
    List<SystemSpec> systems =
        drafts.stream()
            .filter(draft -> draft.launch().isPresent())
            .map(draft -> spec(draft, drafts, definitions))
            .toList();
    drafts.stream().filter(draft -> draft.launch().isEmpty()).forEach(this::noteUnstartable);
    systems.forEach(system -> check(system, systems));
    if (drafts.isEmpty() && workspace.notes().problems().stream().noneMatch(Problem::isError)) {
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
        parts.stream()
            .filter(part -> used.contains(part.name()))
            .sorted(Comparator.comparing(PartSpec::name))
            .toList(),
        flows,
        config.promises(),
        config.budgets(),
        config.accepted(),
        workspace.notes().facts(),
        workspace.notes().problems());
  }

  private SystemSpec spec(Draft draft, List<Draft> drafts, Map<String, Path> definitions) {
    return new SystemSpec(
        draft.name(),
        draft.folder(),
        draft.owner(),
        draft.launch().orElseThrow(),
        draft.ready(),
        draft.provides(),
        draft.consumes().stream()
            .map(one -> withContract(one, drafts, definitions))
            .sorted(
                Comparator.comparing(Consumption::provider).thenComparing(Consumption::variable))
            .toList(),
        draft.needs().stream()
            .sorted(Comparator.comparing(PartNeed::part).thenComparing(PartNeed::variable))
            .toList(),
        draft.stubs(),
        draft.variables(),
        draft.reach(),
        draft.place());
  }

  /// A provider that will not run here needs a contract from which a stand-in can be made.
  private static Consumption withContract(
      Consumption one, List<Draft> drafts, Map<String, Path> definitions) {
    Optional<Draft> provider =
        drafts.stream().filter(draft -> draft.name().equals(one.provider())).findFirst();
    boolean willRun = provider.filter(draft -> draft.launch().isPresent()).isPresent();
    if (willRun || one.contract().isPresent()) {
      return one;
    }
    Optional<Path> contract =
        provider
            .flatMap(draft -> draft.provides().stream().findFirst())
            .or(() -> Optional.ofNullable(definitions.get(one.provider())));
    return one.with(contract);
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

  /// A provider that is not here needs a contract; a name near to one that is here is a slip.
  private void check(SystemSpec system, List<SystemSpec> systems) {
    List<String> here = systems.stream().map(SystemSpec::name).toList();
    system.consumes().stream()
        .filter(one -> !here.contains(one.provider()) && one.contract().isEmpty())
        .map(Consumption::provider)
        .distinct()
        .forEach(
            provider ->
                workspace
                    .notes()
                    .problem(
                        DidYouMean.closest(provider, here)
                            .map(meant -> misspelt(system, provider, meant))
                            .orElseGet(() -> unanswered(system, provider))));
  }

  private Problem misspelt(SystemSpec system, String provider, String meant) {
    return Problem.error(
        "config/unknown-system",
        placeOf(system, provider),
        "`%s` calls `%s`, but there is no such system".formatted(system.name(), provider),
        "did you mean `" + meant + "`?");
  }

  private Problem unanswered(SystemSpec system, String provider) {
    return Problem.warning(
        "setup/nobody-answers",
        placeOf(system, provider),
        "%s calls %s, which is not here, and no contract says how it answers: its calls will be refused"
            .formatted(system.name(), provider),
        "write `consumes: {%s: {contract: FILE}}` for %s in concordat.yaml; a stand-in is made from it"
            .formatted(provider, system.name()));
  }

  /// Where the link is written, else where it was found.
  private Place placeOf(SystemSpec system, String provider) {
    return config.systems().stream()
        .filter(one -> one.name().equals(system.name()))
        .flatMap(one -> Optional.ofNullable(one.consumes().get(provider)).stream())
        .flatMap(Optional::stream)
        .map(ConfigSystem.ConfigLink::place)
        .findFirst()
        .or(() -> factPlace(new LinkName(system.name(), provider).toString()))
        .orElse(system.place());
  }

  private Optional<Place> factPlace(String subject) {
    return workspace.notes().facts().stream()
        .filter(fact -> fact.subject().equals(subject))
        .map(Fact::place)
        .findFirst();
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
