package dev.concordat.environment.setup.compose;

import dev.concordat.contracts.tree.Document;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All compose files of a workspace ([compose-spec](https://github.com/compose-spec/compose-spec)): one at the root, or one
/// in each repository below it.
public final class ComposeFiles {
  private static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
  private static final Pattern VARIANT = Pattern.compile("(?:docker-)?compose[.-].+\\.ya?ml");

  private ComposeFiles() {}

  /// Their services, those of files nearer to the root first. A folder with several of the names counts once, as Docker
  /// does it.
  public static List<ComposeService> services(Workspace workspace) {
    var services = new ArrayList<ComposeService>();
    var folders = new ArrayList<Path>();
    NAMES.stream()
        .flatMap(name -> workspace.named(name).stream())
        .sorted((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount()))
        .filter(file -> !folders.contains(Workspace.folderOf(file)))
        .forEach(
            file -> {
              folders.add(Workspace.folderOf(file));
              workspace
                  .document(file)
                  .ifPresent(document -> services.addAll(read(workspace, file, document)));
            });
    noteVariants(workspace);
    return services;
  }

  private static List<ComposeService> read(Workspace workspace, Path file, Document document) {
    Stream.of("include", "extends")
        .flatMap(key -> Nodes.at(document.root(), key).stream())
        .forEach(
            node ->
                workspace
                    .notes()
                    .problem(
                        Problem.warning(
                            "setup/compose-include",
                            node.place(),
                            "`" + node.sourceLine() + "` is not followed; not supported yet",
                            "describe what it adds in concordat.yaml")));
    return Nodes.at(document.root(), "services").stream()
        .flatMap(services -> Nodes.members(services).stream())
        .map(member -> new ServiceReader(workspace, file).read(member))
        .toList();
  }

  private static void noteVariants(Workspace workspace) {
    workspace.files().stream()
        .filter(file -> VARIANT.matcher(file.getFileName().toString()).matches())
        .forEach(
            file ->
                workspace
                    .notes()
                    .fact(
                        "workspace",
                        "has a variant of its compose file, which is not read",
                        workspace.place(file, 1),
                        Sureness.CERTAIN));
  }
}
