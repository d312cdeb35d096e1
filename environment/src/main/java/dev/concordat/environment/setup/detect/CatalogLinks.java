package dev.concordat.environment.setup.detect;

import dev.concordat.contracts.ContractKind;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.DefaultTemplates;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.catalog.Catalog;
import dev.concordat.environment.setup.catalog.CatalogEntity;
import dev.concordat.environment.setup.settings.Setting;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Links that somebody declared, in the catalogue (`consumesApis`) or by a Pact file: confirmation of links found by
/// addresses, or links of their own where a variable for the address can be guessed.
final class CatalogLinks {
  private final Workspace workspace;
  private final Catalog catalog;
  private final ContractPlaces contracts;

  CatalogLinks(Workspace workspace, Catalog catalog, ContractPlaces contracts) {
    this.workspace = workspace;
    this.catalog = catalog;
    this.contracts = contracts;
  }

  private record Declaration(String provider, String said, Place place) {}

  /// The links found by addresses, and those that only declarations tell of.
  List<Consumption> extend(Candidate system, List<Consumption> links, List<Setting> settings) {
    var all = new ArrayList<>(links);
    for (Declaration declaration : declarations(system)) {
      boolean isKnown =
          links.stream()
              .anyMatch(link -> VariableName.isSame(link.provider(), declaration.provider()));
      if (isKnown) {
        note(system, declaration, "is confirmed: " + declaration.said(), Sureness.CERTAIN);
      } else {
        guess(system, declaration, settings).ifPresent(all::add);
      }
    }
    return all;
  }

  private List<Declaration> declarations(Candidate system) {
    var declarations = new ArrayList<Declaration>();
    catalog
        .component(system.name(), system.folder())
        .ifPresent(
            component ->
                component.consumesApis().stream()
                    .flatMap(api -> ofApi(system, api).stream())
                    .forEach(declarations::add));
    contracts
        .pactsOf(system)
        .forEach(
            pact ->
                declarations.add(
                    new Declaration(
                        pact.provider(), "a Pact file", workspace.place(pact.file().path(), 1))));
    return declarations;
  }

  /// An API of messages is no link: the broker is between the two.
  private Optional<Declaration> ofApi(Candidate system, Located api) {
    if (isMessages(api.text())) {
      workspace
          .notes()
          .fact(
              system.name(), "reads the messages of " + api.text(), api.place(), Sureness.CERTAIN);
      return Optional.empty();
    }
    Optional<String> provider =
        catalog.providersOf(api.text()).stream()
            .findFirst()
            .map(
                component ->
                    contracts.systemOf(component).map(Candidate::name).orElse(component.name()));
    return Optional.of(new Declaration(provider.orElse(api.text()), "consumesApis", api.place()));
  }

  private boolean isMessages(String api) {
    return catalog
        .api(api)
        .flatMap(CatalogEntity::definition)
        .flatMap(file -> ContractFiles.read(workspace, file))
        .filter(file -> file.kind() == ContractKind.ASYNCAPI)
        .isPresent();
  }

  private Optional<Consumption> guess(
      Candidate system, Declaration declaration, List<Setting> settings) {
    Optional<Setting> variable =
        settings.stream()
            .filter(
                setting ->
                    new VariableName(setting.name())
                        .provider()
                        .filter(word -> VariableName.isSame(word, declaration.provider()))
                        .isPresent())
            .findFirst();
    if (variable.isEmpty()) {
      workspace
          .notes()
          .problem(
              Problem.warning(
                  "setup/no-address-variable",
                  declaration.place(),
                  "%s calls %s (%s), but no variable that tells it the address was found"
                      .formatted(system.name(), declaration.provider(), declaration.said()),
                  "write `consumes: {%s: {env: NAME}}` for %s in concordat.yaml"
                      .formatted(declaration.provider(), system.name())));
      return Optional.empty();
    }
    note(
        system,
        declaration,
        "is a link by " + declaration.said() + ", told by " + variable.get().name(),
        Sureness.LIKELY);
    return Optional.of(
        new Consumption(
            declaration.provider(),
            variable.get().name(),
            DefaultTemplates.SYSTEM,
            Optional.<Path>empty()));
  }

  private void note(
      Candidate system, Declaration declaration, String statement, Sureness sureness) {
    workspace
        .notes()
        .fact(
            new LinkName(system.name(), declaration.provider()).toString(),
            statement,
            declaration.place(),
            sureness);
  }
}
