package dev.concordat.environment.setup.catalog;

import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An entity of a Backstage catalogue.
///
/// @param kind `Component`, `API`, `Resource`, …
/// @param name `metadata.name`
/// @param definition the file an API's definition points to
public record CatalogEntity(
    String kind,
    String name,
    Path file,
    Optional<Located> owner,
    List<Located> providesApis,
    List<Located> consumesApis,
    List<Located> dependsOn,
    Optional<Path> definition,
    Place place) {
  public boolean isComponent() {
    return kind.equals("Component");
  }

  public boolean isApi() {
    return kind.equals("API");
  }
}
