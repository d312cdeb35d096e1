package dev.concordat.environment.setup.compose;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.settings.EnvFile;
import dev.concordat.environment.setup.settings.Setting;
import dev.concordat.environment.setup.settings.Settings;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one service.
final class ServiceReader {
  private final Workspace workspace;
  private final Path folder;
  private final Interpolation interpolation;

  ServiceReader(Workspace workspace, Path file) {
    this.workspace = workspace;
    this.folder = Workspace.folderOf(file);
    Path env = folder.resolve(".env");
    this.interpolation =
        new Interpolation(
            workspace.variables(),
            Files.isRegularFile(env) ? EnvFile.read(workspace, env, Sureness.CERTAIN) : List.of());
  }

  ComposeService read(ObjectNode.Member member) {
    Node service = member.value();
    return new ComposeService(
        member.name(),
        member.place(),
        textAt(service, "image"),
        buildFolder(service),
        aliases(service),
        environment(service),
        ports(service, false),
        ports(service, true),
        health(service),
        mounts(service));
  }

  private Optional<Located> textAt(Node node, String path) {
    return Nodes.textAt(node, path)
        .map(found -> new Located(interpolation.fill(found.text()), found.place()));
  }

  /// The context; where it is shared by several services, the folder of the service's own Dockerfile.
  private Optional<Path> buildFolder(Node service) {
    Optional<Located> context = textAt(service, "build").or(() -> textAt(service, "build/context"));
    return context.map(
        given -> {
          Path at = folder.resolve(given.text()).normalize();
          Optional<Path> dockerfile =
              textAt(service, "build/dockerfile")
                  .map(file -> at.resolve(file.text()).normalize().getParent());
          return dockerfile.filter(inner -> inner.startsWith(at)).orElse(at);
        });
  }

  private static List<String> aliases(Node service) {
    Stream<Located> names =
        Stream.of("hostname", "container_name").flatMap(key -> Nodes.textAt(service, key).stream());
    Stream<Located> networks =
        Nodes.at(service, "networks").stream()
            .flatMap(node -> Nodes.members(node).stream())
            .flatMap(network -> Nodes.at(network.value(), "aliases").stream())
            .flatMap(list -> Nodes.texts(list).stream());
    return Stream.concat(names, networks).map(Located::text).toList();
  }

  private List<Setting> environment(Node service) {
    var settings = new ArrayList<Setting>();
    Nodes.at(service, "environment")
        .ifPresent(
            node -> {
              Nodes.members(node)
                  .forEach(
                      member ->
                          settings.add(
                              setting(member.name(), Nodes.text(member.value()), member.value())));
              Nodes.items(node).forEach(item -> pair(item).ifPresent(settings::add));
            });
    envFiles(service).forEach(file -> settings.addAll(read(file)));
    return Settings.distinct(settings);
  }

  private Optional<Setting> pair(Node item) {
    return Nodes.text(item)
        .map(
            text -> {
              int equals = text.indexOf('=');
              return equals < 0
                  ? setting(text, Optional.empty(), item)
                  : setting(
                      text.substring(0, equals), Optional.of(text.substring(equals + 1)), item);
            });
  }

  private Setting setting(String name, Optional<String> value, Node node) {
    return new Setting(name, value.map(interpolation::fill), node.place(), Sureness.CERTAIN);
  }

  private Stream<Located> envFiles(Node service) {
    return Nodes.at(service, "env_file").stream()
        .flatMap(
            node ->
                node instanceof ArrayNode array
                    ? array.items().stream()
                        .flatMap(
                            item ->
                                Nodes.located(item).or(() -> Nodes.textAt(item, "path")).stream())
                    : Nodes.located(node).stream());
  }

  private List<Setting> read(Located name) {
    Path file = folder.resolve(name.text()).normalize();
    if (Files.isRegularFile(file)) {
      return EnvFile.read(workspace, file, Sureness.CERTAIN);
    }
    workspace
        .notes()
        .problem(
            Problem.warning(
                "setup/missing-file",
                name.place(),
                "the env_file " + name.text() + " does not exist",
                "create it, or remove the line"));
    return List.of();
  }

  /// `"127.0.0.1:8081:8080/tcp"`, `8080`, or the long form; ranges are left out.
  private List<Integer> ports(Node service, boolean isPublished) {
    Stream<String> written =
        Nodes.at(service, "ports").stream()
            .flatMap(node -> Nodes.items(node).stream())
            .flatMap(
                item ->
                    item instanceof ObjectNode
                        ? textAt(item, isPublished ? "published" : "target")
                            .map(Located::text)
                            .stream()
                        : Nodes.text(item).stream()
                            .flatMap(text -> port(interpolation.fill(text), isPublished)));
    Stream<String> exposed =
        isPublished
            ? Stream.empty()
            : Nodes.at(service, "expose").stream()
                .flatMap(node -> Nodes.texts(node).stream())
                .map(Located::text);
    return Stream.concat(written, exposed)
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .toList();
  }

  private static Stream<String> port(String text, boolean isPublished) {
    String[] parts = text.replaceFirst("/\\w+$", "").split(":", -1);
    if (!isPublished) {
      return Stream.of(parts[parts.length - 1]);
    }
    return parts.length > 1 ? Stream.of(parts[parts.length - 2]) : Stream.empty();
  }

  private Optional<Located> health(Node service) {
    return Nodes.at(service, "healthcheck/test")
        .filter(node -> !Nodes.texts(node).isEmpty())
        .map(
            node ->
                new Located(
                    Nodes.texts(node).stream().map(Located::text).collect(Collectors.joining(" ")),
                    node.place()));
  }

  private List<ComposeService.Mount> mounts(Node service) {
    return Nodes.at(service, "volumes").stream()
        .flatMap(node -> Nodes.items(node).stream())
        .flatMap(item -> mount(item).stream())
        .toList();
  }

  private Optional<ComposeService.Mount> mount(Node item) {
    Optional<Located> source = textAt(item, "source");
    Optional<Located> target = textAt(item, "target");
    if (source.isPresent() && target.isPresent()) {
      return mount(source.get().text(), target.get().text(), item);
    }
    String[] parts = Nodes.text(item).map(interpolation::fill).orElse("").split(":", -1);
    return parts.length < 2 ? Optional.empty() : mount(parts[0], parts[1], item);
  }

  /// A source with neither dot nor slash is a named volume.
  private Optional<ComposeService.Mount> mount(String source, String target, Node item) {
    return source.startsWith(".") || source.contains("/")
        ? Optional.of(
            new ComposeService.Mount(folder.resolve(source).normalize(), target, item.place()))
        : Optional.empty();
  }
}
