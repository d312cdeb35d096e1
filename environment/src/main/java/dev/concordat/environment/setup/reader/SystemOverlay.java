package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.DefaultTemplates;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.config.ConfigSystem.ConfigLink;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One system: what is written, key by key, before what was detected. Parts are {@link PartOverlay}'s.
final class SystemOverlay {
  private final Workspace workspace;
  private final Paths paths;

  SystemOverlay(Workspace workspace) {
    this.workspace = workspace;
    this.paths = new Paths(workspace);
  }

  Draft apply(Draft draft, ConfigSystem config) {
    List<Consumption> consumes = consumes(draft, config);
    return new Draft(
        draft.name(),
        draft.scope(),
        config.run().isPresent() && config.folder().isPresent() ? draft.scope() : draft.folder(),
        config
            .owner()
            .map(owner -> new Owner(owner.text(), owner.place().shortForm() + " owner"))
            .orElse(draft.owner()),
        new LaunchOverlay(workspace).apply(draft, config),
        config.ready().orElse(draft.ready()),
        config.provides().map(files -> paths.existing(draft, files)).orElse(draft.provides()),
        consumes,
        draft.needs().stream()
            .filter(need -> !config.variables().containsKey(need.variable()))
            .filter(need -> !isIn(consumes, need.variable()))
            .toList(),
        config.stubs().map(files -> paths.existing(draft, files)).orElse(draft.stubs()),
        variables(draft, config, consumes),
        new ReachOverlay(workspace).apply(draft, config),
        draft.place());
  }

  private static boolean isIn(List<Consumption> consumes, String variable) {
    return consumes.stream().anyMatch(one -> one.variable().equals(variable));
  }

  private List<Consumption> consumes(Draft draft, ConfigSystem config) {
    var all = new ArrayList<>(draft.consumes());
    config
        .consumes()
        .forEach(
            (provider, link) ->
                link.ifPresentOrElse(
                    written -> link(draft, all, provider, written),
                    () -> all.removeIf(one -> one.provider().equals(provider))));
    Map<String, String> known = new HashMap<>();
    config
        .consumes()
        .forEach(
            (provider, link) ->
                link.ifPresent(
                    it -> new ReachOverlay(workspace).notTwice(provider, it.hosts(), known)));
    all.removeIf(one -> config.variables().containsKey(one.variable()));
    return all;
  }

  private void link(Draft draft, List<Consumption> all, String provider, ConfigLink written) {
    Map<String, String> detected = new LinkedHashMap<>();
    draft.consumes().forEach(one -> detected.put(one.variable(), one.value()));
    written
        .variables()
        .forEach(
            (variable, template) -> {
              all.removeIf(one -> one.variable().equals(variable));
              String value =
                  template.isEmpty()
                      ? detected.getOrDefault(variable, DefaultTemplates.SYSTEM)
                      : template;
              all.add(
                  new Consumption(
                      provider, variable, value, contractOf(draft.consumes(), provider)));
            });
    List<String> hosts = new ReachOverlay(workspace).hosts(written.hosts());
    if (!hosts.isEmpty()) {
      all.add(Consumption.byHosts(provider, contractOf(draft.consumes(), provider), hosts));
    }
    if (all.stream().noneMatch(one -> one.provider().equals(provider))
        && written.hosts().isEmpty()) {
      noteNoVariable(draft.name(), provider, written.place());
    }
    written
        .contract()
        .flatMap(file -> paths.existing(draft, file))
        .ifPresent(
            contract ->
                all.replaceAll(
                    one ->
                        one.provider().equals(provider) ? one.with(Optional.of(contract)) : one));
  }

  private static Optional<Path> contractOf(List<Consumption> links, String provider) {
    return links.stream()
        .filter(one -> one.provider().equals(provider))
        .flatMap(one -> one.contract().stream())
        .findFirst();
  }

  private void noteNoVariable(String system, String other, Place place) {
    workspace
        .notes()
        .problem(
            Problem.error(
                "config/no-variable",
                place,
                "nobody says how `" + system + "` is told the address of `" + other + "`",
                "write `"
                    + other
                    + ": {env: NAME_OF_THE_VARIABLE}`; or, where the address cannot be changed, `"
                    + other
                    + ": {hosts: NAME_OF_THE_HOST}`"));
  }

  private static Map<String, String> variables(
      Draft draft, ConfigSystem config, List<Consumption> consumes) {
    var variables = new LinkedHashMap<>(draft.variables());
    config
        .port()
        .ifPresent(
            name -> {
              variables.values().removeIf(value -> value.equals("{port}"));
              variables.put(name, "{port}");
            });
    config
        .variables()
        .forEach(
            (name, value) ->
                value.ifPresentOrElse(
                    text -> variables.put(name, text), () -> variables.remove(name)));
    consumes.forEach(one -> variables.remove(one.variable()));
    if (variables.values().stream().noneMatch(value -> value.contains("{port}"))) {
      variables.put("PORT", "{port}");
    }
    return variables;
  }

  /// A copy with other needs, and without plain values for their variables.
  static Draft withNeeds(Draft draft, List<PartNeed> needs) {
    var variables = new LinkedHashMap<>(draft.variables());
    needs.forEach(need -> variables.remove(need.variable()));
    return new Draft(
        draft.name(),
        draft.scope(),
        draft.folder(),
        draft.owner(),
        draft.launch(),
        draft.ready(),
        draft.provides(),
        draft.consumes().stream()
            .filter(one -> needs.stream().noneMatch(need -> need.variable().equals(one.variable())))
            .toList(),
        needs,
        draft.stubs(),
        variables,
        draft.reach(),
        draft.place());
  }
}
