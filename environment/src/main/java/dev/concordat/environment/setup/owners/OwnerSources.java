package dev.concordat.environment.setup.owners;

import dev.concordat.contracts.tree.Document;
import dev.concordat.environment.setup.catalog.Catalog;
import dev.concordat.environment.setup.catalog.CatalogEntity;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.problem.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that name owners.
public final class OwnerSources {
  private static final Pattern CONTRACT = Pattern.compile(".*\\.(ya?ml|json)");

  private final Workspace workspace;
  private final Catalog catalog;
  private final List<CodeOwners> codeOwners;

  private OwnerSources(Workspace workspace, Catalog catalog, List<CodeOwners> codeOwners) {
    this.workspace = workspace;
    this.catalog = catalog;
    this.codeOwners = codeOwners;
  }

  public static OwnerSources read(Workspace workspace, Catalog catalog) {
    List<CodeOwners> files =
        workspace.named("CODEOWNERS").stream()
            .map(file -> CodeOwners.read(workspace, file))
            // The nearest one above speaks first.
            .sorted(
                Comparator.comparingInt((CodeOwners one) -> one.base().getNameCount()).reversed())
            .toList();
    return new OwnerSources(workspace, catalog, files);
  }

  /// The owner of a system for which concordat.yaml names none. Two sources that disagree are noted.
  public Owner ofSystem(String name, Path folder, List<Path> provides) {
    List<Owner> answers =
        Stream.of(
                provides.stream().flatMap(file -> fromContract(file).stream()).findFirst(),
                fromCatalog(name, folder),
                fromCodeOwners(folder))
            .flatMap(Optional::stream)
            .toList();
    List<Owner> known = answers.stream().filter(Owner::isKnown).toList();
    if (known.stream().map(Owner::team).distinct().count() > 1) {
      noteDisagreement(name, folder, known);
    }
    return Stream.concat(known.stream(), answers.stream())
        .findFirst()
        .orElseGet(
            () ->
                Owner.unowned(
                    "no contract, catalog-info.yaml or CODEOWNERS names an owner of "
                        + workspace.relative(folder)));
  }

  private void noteDisagreement(String name, Path folder, List<Owner> known) {
    Owner first = known.getFirst();
    known.stream()
        .filter(other -> !other.team().equals(first.team()))
        .findFirst()
        .ifPresent(
            other ->
                workspace
                    .notes()
                    .problem(
                        new Problem(
                            "setup/owners-disagree",
                            Severity.NOTE,
                            workspace.place(folder, 1),
                            "%s is owned by %s (%s), but also by %s (%s); the first one is told"
                                .formatted(
                                    name,
                                    first.team(),
                                    first.reason(),
                                    other.team(),
                                    other.reason()),
                            "write `owner:` for " + name + " in concordat.yaml to decide it")));
  }

  Optional<Owner> fromContract(Path file) {
    if (!CONTRACT.matcher(file.toString()).matches() || !workspace.files().contains(file)) {
      return Optional.empty();
    }
    return workspace
        .document(file)
        .map(Document::root)
        .flatMap(
            root ->
                Stream.of("x-owner", "info/x-owner", "info/contact/x-owner", "info/contact/name")
                    .flatMap(path -> Nodes.textAt(root, path).map(at -> owner(path, at)).stream())
                    .findFirst());
  }

  Optional<Owner> fromCatalog(String system, Path folder) {
    return catalog
        .component(system, folder)
        .flatMap(CatalogEntity::owner)
        .map(at -> owner("spec/owner", at));
  }

  Optional<Owner> fromCatalogApi(Path contract) {
    return catalog.apiOf(contract).flatMap(CatalogEntity::owner).map(at -> owner("spec/owner", at));
  }

  Optional<Owner> fromCodeOwners(Path path) {
    return codeOwners.stream()
        .filter(file -> path.startsWith(file.base()))
        .flatMap(file -> file.ownerOf(path).stream())
        .findFirst();
  }

  private static Owner owner(String path, Located at) {
    return new Owner(TeamName.of(at.text()), at.place().shortForm() + " " + path.replace('/', '.'));
  }
}
