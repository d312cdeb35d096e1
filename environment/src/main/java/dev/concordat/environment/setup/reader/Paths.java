package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Resolves paths in concordat.yaml, which are relative to the system's folder.
record Paths(Workspace workspace) {

  /// The files; of each that is not there a problem.
  List<Path> existing(Draft system, List<Located> written) {
    return written.stream().flatMap(one -> existing(system, one).stream()).toList();
  }

  Optional<Path> existing(Draft system, Located written) {
    Optional<Path> found =
        Stream.of(system.scope(), system.folder(), workspace.root())
            .map(folder -> folder.resolve(written.text()).normalize())
            .filter(Files::exists)
            .findFirst();
    if (found.isEmpty()) {
      noteMissing(system, written);
    } else if (!found.get().startsWith(workspace.root())) {
      noteOutside(written);
      return Optional.empty();
    }
    return found;
  }

  private void noteMissing(Draft system, Located written) {
    List<String> known =
        workspace.filesUnder(system.scope()).map(file -> relative(system, file)).toList();
    workspace
        .notes()
        .problem(
            Problem.error(
                "config/missing-file",
                written.place(),
                "there is no file `%s` in %s".formatted(written.text(), folderName(system.scope())),
                DidYouMean.fix(
                    known,
                    written.text(),
                    "paths are relative to the folder of " + system.name())));
  }

  private void noteOutside(Located written) {
    workspace
        .notes()
        .problem(
            Problem.error(
                "config/outside-workspace",
                written.place(),
                "`" + written.text() + "` leads out of the workspace",
                "put the file into the workspace, or start Concordat in a folder above both"));
  }

  private String relative(Draft system, Path file) {
    return system.scope().relativize(file).toString().replace('\\', '/');
  }

  private String folderName(Path folder) {
    String relative = workspace.relative(folder);
    return relative.isEmpty() ? "the workspace" : relative + "/";
  }
}
