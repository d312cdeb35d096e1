package dev.concordat.environment.setup.owners;

import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.catalog.Catalog;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.owner.Owner;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// Who owns what in a workspace. The first source that answers wins: concordat.yaml, the contract itself, the Backstage
/// catalogue, CODEOWNERS.
public final class Owners {
  private final Setup setup;
  private final OwnerSources sources;

  private Owners(Setup setup, OwnerSources sources) {
    this.setup = setup;
    this.sources = sources;
  }

  /// Reads the workspace's owner files again; what is wrong with them is among the setup's problems already.
  public static Owners of(Setup setup) {
    Workspace workspace = Workspace.open(setup.root());
    return new Owners(setup, OwnerSources.read(workspace, Catalog.read(workspace)));
  }

  /// The owner of a system; of one that is not here, what the catalogue says.
  public Owner ofSystem(String name) {
    return setup
        .system(name)
        .map(SystemSpec::owner)
        .or(() -> sources.fromCatalog(name, setup.root().resolve(name)))
        .orElseGet(() -> Owner.unowned(name + " is not described in this workspace"));
  }

  /// The owner of a contract or of any other file, such as the source of a handler.
  ///
  /// @param file absolute, or relative to the workspace
  public Owner ofFile(Path file) {
    Path path = setup.root().resolve(file).normalize();
    return sources
        .fromContract(path)
        .or(() -> sources.fromCatalogApi(path))
        .or(() -> sources.fromCodeOwners(path))
        .or(() -> systemAround(path).map(SystemSpec::owner))
        .orElseGet(() -> Owner.unowned("no CODEOWNERS pattern matches " + setup.relative(path)));
  }

  private Optional<SystemSpec> systemAround(Path path) {
    return setup.systems().stream()
        .filter(system -> path.startsWith(system.folder()))
        .max(Comparator.comparingInt(system -> system.folder().getNameCount()));
  }
}
