package dev.concordat.environment.setup.catalog;

import dev.concordat.contracts.tree.Node;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The Backstage catalogue of a workspace: every `catalog-info.yaml`
/// ([format](https://backstage.io/docs/features/software-catalog/descriptor-format)).
public record Catalog(List<CatalogEntity> entities) {
  public Catalog {
    entities = List.copyOf(entities);
  }

  public static Catalog read(Workspace workspace) {
    return new Catalog(
        Stream.of("catalog-info.yaml", "catalog-info.yml")
            .flatMap(name -> workspace.named(name).stream())
            .flatMap(file -> entities(workspace, file))
            .toList());
  }

  private static Stream<CatalogEntity> entities(Workspace workspace, Path file) {
    return workspace.document(file).stream()
        .flatMap(document -> document.documents().stream())
        .flatMap(node -> entity(workspace, file, node).stream());
  }

  private static Optional<CatalogEntity> entity(Workspace workspace, Path file, Node node) {
    Optional<Located> kind = Nodes.textAt(node, "kind");
    Optional<Located> name = Nodes.textAt(node, "metadata/name");
    if (kind.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CatalogEntity(
            kind.get().text(),
            name.get().text(),
            file,
            Nodes.textAt(node, "spec/owner"),
            references(node, "spec/providesApis"),
            references(node, "spec/consumesApis"),
            references(node, "spec/dependsOn"),
            definition(workspace, file, node),
            name.get().place()));
  }

  private static List<Located> references(Node node, String path) {
    return Nodes.at(node, path).stream()
        .flatMap(list -> Nodes.texts(list).stream())
        .map(found -> new Located(plainName(found.text()), found.place()))
        .toList();
  }

  /// `api:default/orders` and `orders` name the same entity.
  public static String plainName(String reference) {
    String text = reference.substring(reference.indexOf(':') + 1);
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /// `definition: {$text: ./orders/openapi.yaml}`; text given in place is another copy of what some file says.
  private static Optional<Path> definition(Workspace workspace, Path file, Node node) {
    Optional<Located> reference =
        Stream.of("$text", "$json", "$yaml")
            .flatMap(key -> Nodes.textAt(node, "spec/definition/" + key).stream())
            .findFirst()
            .filter(found -> !found.text().contains("://"));
    Optional<Path> target = reference.map(found -> file.resolveSibling(found.text()).normalize());
    if (target.isPresent() && !Files.isRegularFile(target.get())) {
      workspace
          .notes()
          .problem(
              Problem.warning(
                  "setup/missing-file",
                  reference.orElseThrow().place(),
                  "the API definition " + reference.orElseThrow().text() + " does not exist",
                  "correct the path; it is relative to " + workspace.relative(file)));
      return Optional.empty();
    }
    return target;
  }

  /// The component for a system: of that name, or the only one in a catalogue file in its folder.
  public Optional<CatalogEntity> component(String system, Path folder) {
    List<CatalogEntity> there =
        entities.stream()
            .filter(CatalogEntity::isComponent)
            .filter(entity -> Workspace.folderOf(entity.file()).equals(folder))
            .toList();
    return entities.stream()
        .filter(entity -> entity.isComponent() && entity.name().equals(system))
        .findFirst()
        .or(() -> there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty());
  }

  public Optional<CatalogEntity> api(String name) {
    return entities.stream()
        .filter(entity -> entity.isApi() && entity.name().equals(name))
        .findFirst();
  }

  /// The API whose definition is this file.
  public Optional<CatalogEntity> apiOf(Path contract) {
    return entities.stream()
        .filter(CatalogEntity::isApi)
        .filter(entity -> entity.definition().filter(contract::equals).isPresent())
        .findFirst();
  }

  /// Components that provide the API.
  public List<CatalogEntity> providersOf(String api) {
    return entities.stream()
        .filter(CatalogEntity::isComponent)
        .filter(entity -> entity.providesApis().stream().anyMatch(one -> one.text().equals(api)))
        .toList();
  }
}
