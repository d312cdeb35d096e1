package dev.concordat.environment.setup.builds;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.environment.setup.Build;
import dev.concordat.environment.setup.CommandText;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.place.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// npm packages that can be started: `scripts.start`, else `main`, else a file that is usually the entry.
final class NodeUnits {
  private static final List<String> USUAL_ENTRIES = List.of("server.js", "server.mjs", "index.js");

  private NodeUnits() {}

  private record Start(List<String> command, String executable, Place place, Sureness sureness) {}

  static List<BuildUnit> find(Workspace workspace) {
    return workspace.named("package.json").stream()
        .flatMap(file -> unit(workspace, file).stream())
        .toList();
  }

  private static Optional<BuildUnit> unit(Workspace workspace, Path file) {
    Optional<Document> document = workspace.document(file);
    if (document.isEmpty() || !(document.get().root() instanceof ObjectNode json)) {
      return Optional.empty();
    }
    Path folder = Workspace.folderOf(file);
    return start(workspace, file, json)
        .map(
            start ->
                new BuildUnit(
                    folder,
                    name(json, folder),
                    new Launch(
                        start.command(), build(folder, json), Optional.of(start.executable())),
                    start.sureness(),
                    Optional.empty(),
                    Optional.empty(),
                    start.place()));
  }

  private static String name(ObjectNode json, Path folder) {
    String name = text(json, "name").orElse(folder.getFileName().toString());
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Optional<Start> start(Workspace workspace, Path file, ObjectNode json) {
    Optional<Node> script =
        json.get("scripts")
            .filter(ObjectNode.class::isInstance)
            .flatMap(scripts -> ((ObjectNode) scripts).get("start"));
    if (script.isPresent()
        && script.get() instanceof ScalarNode scalar
        && scalar.text().isPresent()) {
      List<String> words = CommandText.words(scalar.text().get());
      boolean isPlainNode =
          !words.isEmpty()
              && words.getFirst().equals("node")
              && !CommandText.needsShell(scalar.text().get());
      List<String> command = isPlainNode ? words : List.of("npm", "start");
      return Optional.of(new Start(command, command.getFirst(), scalar.place(), Sureness.CERTAIN));
    }
    Path folder = Workspace.folderOf(file);
    Optional<ScalarNode> main =
        json.get("main").filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
    Optional<String> mainFile =
        main.flatMap(ScalarNode::text).filter(name -> Files.isRegularFile(folder.resolve(name)));
    if (mainFile.isPresent()) {
      return Optional.of(
          new Start(
              List.of("node", mainFile.get()),
              "node",
              main.orElseThrow().place(),
              Sureness.LIKELY));
    }
    return USUAL_ENTRIES.stream()
        .filter(name -> Files.isRegularFile(folder.resolve(name)))
        .findFirst()
        .map(
            name ->
                new Start(
                    List.of("node", name),
                    "node",
                    workspace.place(folder.resolve(name), 1),
                    Sureness.GUESS));
  }

  /// Nothing to build where the package has neither dependencies nor a build script.
  private static Optional<Build> build(Path folder, ObjectNode json) {
    boolean hasDependencies = isFilled(json, "dependencies");
    boolean hasBuildScript =
        json.get("scripts")
            .filter(
                scripts -> scripts instanceof ObjectNode object && object.get("build").isPresent())
            .isPresent();
    if (!hasDependencies && !hasBuildScript) {
      return Optional.empty();
    }
    Path product = folder.resolve("node_modules/.package-lock.json");
    boolean isLocked = Files.isRegularFile(folder.resolve("package-lock.json"));
    String install = isLocked ? "npm ci" : "npm install";
    List<String> command =
        hasBuildScript
            ? List.of("sh", "-c", install + " && npm run build")
            : List.of(install.split(" ", -1));
    List<Path> sources =
        Stream.of("package.json", "package-lock.json", hasBuildScript ? "src" : "package.json")
            .map(folder::resolve)
            .filter(Files::exists)
            .distinct()
            .toList();
    return Optional.of(new Build(folder, command, product, sources));
  }

  private static boolean isFilled(ObjectNode json, String name) {
    return json.get(name)
        .filter(node -> node instanceof ObjectNode object && !object.members().isEmpty())
        .isPresent();
  }

  private static Optional<String> text(ObjectNode json, String name) {
    return json.get(name)
        .filter(ScalarNode.class::isInstance)
        .flatMap(node -> ((ScalarNode) node).text());
  }
}
