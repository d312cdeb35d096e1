package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.config.ConfigFile;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.config.ConfigSystem.ConfigNeed;
import dev.concordat.environment.setup.detect.DataFiles;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Migrations and seeds: what is written, before what was detected.
record DataOverlay(Workspace workspace, DataFiles files) {

  List<PartSpec> apply(List<PartSpec> parts, List<Draft> drafts, ConfigFile config) {
    var changed = new ArrayList<>(parts);
    for (ConfigSystem system : config.systems()) {
      Optional<Draft> draft =
          drafts.stream().filter(one -> one.name().equals(system.name())).findFirst();
      draft.ifPresent(
          here ->
              system
                  .needs()
                  .forEach(
                      (name, need) ->
                          need.ifPresent(
                              written ->
                                  changed.replaceAll(
                                      part ->
                                          part.name().equals(name)
                                              ? with(part, here, written)
                                              : part))));
    }
    return changed;
  }

  private PartSpec with(PartSpec part, Draft draft, ConfigNeed written) {
    return new PartSpec(
        part.name(),
        part.kind(),
        part.version(),
        part.database(),
        written.migrations().map(list -> expand(draft, list, false)).orElse(part.migrations()),
        written.seeds().map(list -> expand(draft, list, true)).orElse(part.seeds()),
        part.place());
  }

  private List<Path> expand(Draft draft, List<Located> written, boolean isForSeeds) {
    return written.stream()
        .flatMap(
            one ->
                new Paths(workspace)
                    .existing(draft, one).stream()
                        .flatMap(path -> in(one, path, isForSeeds).stream()))
        .toList();
  }

  private List<Path> in(Located written, Path path, boolean isForSeeds) {
    List<Path> found = files.in(path, isForSeeds);
    if (found.isEmpty()) {
      workspace
          .notes()
          .problem(
              Problem.warning(
                  "config/nothing-there",
                  written.place(),
                  "`"
                      + written.text()
                      + "` holds no "
                      + (isForSeeds ? "SQL or YAML" : "SQL")
                      + " file",
                  "correct the path"));
    }
    return found;
  }
}
