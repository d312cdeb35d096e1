package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.config.ConfigFile;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which flows are there: those that are written, or else all that were found.
record FlowOverlay(Workspace workspace) {

  List<Path> apply(List<Path> detected, ConfigFile config) {
    return config
        .flows()
        .map(
            written ->
                written.stream().flatMap(one -> in(one, detected).stream()).distinct().toList())
        .orElse(detected);
  }

  private List<Path> in(Located written, List<Path> detected) {
    Path path = workspace.root().resolve(written.text()).normalize();
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    List<Path> below = detected.stream().filter(file -> file.startsWith(path)).toList();
    if (below.isEmpty()) {
      workspace
          .notes()
          .problem(
              Problem.error(
                  "config/missing-file",
                  written.place(),
                  "there is no flow at `" + written.text() + "`",
                  "name a *.flow.yaml file, or a folder that holds some"));
    }
    return below;
  }
}
