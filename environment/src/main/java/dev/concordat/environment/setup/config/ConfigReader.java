package dev.concordat.environment.setup.config;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.environment.setup.CommandText;
import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads concordat.yaml. What has the wrong shape is a problem and left out; the rest is read.
public final class ConfigReader {
  private final Workspace workspace;

  private ConfigReader(Workspace workspace) {
    this.workspace = workspace;
  }

  /// The workspace's concordat.yaml; {@link ConfigFile#NONE} where there is none.
  public static ConfigFile read(Workspace workspace) {
    Path file = workspace.root().resolve(ConfigFile.NAME);
    return Files.isRegularFile(file)
        ? workspace
            .document(file)
            .map(document -> new ConfigReader(workspace).read(document))
            .orElse(ConfigFile.NONE)
        : ConfigFile.NONE;
  }

  private ConfigFile read(Document document) {
    Node root = document.root();
    ShapeCheck.check(root, ConfigShape.ROOT).forEach(workspace.notes()::problem);
    noteUnsupported(root);
    List<ObjectNode.Member> systems = membersAt(root, "systems");
    return new ConfigFile(
        systems.stream()
            .filter(member -> member.value() instanceof ObjectNode)
            .map(this::system)
            .toList(),
        systems.stream()
            .filter(member -> isNothing(member.value()))
            .map(ObjectNode.Member::name)
            .toList(),
        texts(root, "flows"),
        Agreements.promises(systems),
        Agreements.budgets(systems),
        Agreements.accepted(membersAt(root, "accepted")));
  }

  private void noteUnsupported(Node root) {
    for (ObjectNode.Member environment : membersAt(root, "environments")) {
      for (ObjectNode.Member key : Nodes.members(environment.value())) {
        workspace
            .notes()
            .problem(
                Problem.warning(
                    "config/not-supported-yet",
                    key.place(),
                    "`%s` of the environment `%s` has no effect yet"
                        .formatted(key.name(), environment.name()),
                    "everything runs here, and what is not here is a stand-in"));
      }
    }
  }

  private ConfigSystem system(ObjectNode.Member member) {
    Node node = member.value();
    return new ConfigSystem(
        member.name(),
        member.place(),
        Nodes.textAt(node, "owner"),
        Nodes.textAt(node, "folder")
            .map(found -> workspace.root().resolve(found.text()).normalize()),
        Nodes.at(node, "run").flatMap(ConfigReader::command),
        Nodes.textAt(node, "requires").map(Located::text),
        Nodes.at(node, "build").flatMap(ConfigReader::build),
        Nodes.textAt(node, "ready").flatMap(ConfigReader::ready),
        Nodes.textAt(node, "port").map(Located::text),
        texts(node, "provides"),
        named(node, "consumes", ConfigReader::link),
        named(node, "needs", ConfigReader::need),
        texts(node, "stubs"),
        withClock(node),
        Nodes.textAt(node, "tls"),
        texts(node, "outside"));
  }

  /// The clock that a process is given is told to it as every other thing is.
  private static Map<String, Optional<String>> withClock(Node node) {
    Map<String, Optional<String>> variables = named(node, "variables", Nodes::text);
    Nodes.textAt(node, "clock")
        .ifPresent(clock -> variables.put("CONCORDAT_CLOCK", Optional.of(clock.text())));
    return variables;
  }

  private static Optional<List<String>> command(Node node) {
    List<String> words =
        node instanceof ArrayNode
            ? Nodes.texts(node).stream().map(Located::text).toList()
            : Nodes.text(node).map(CommandText::words).orElse(List.of());
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static Optional<ConfigSystem.ConfigBuild> build(Node node) {
    Optional<Node> run = node instanceof ObjectNode ? Nodes.at(node, "run") : Optional.of(node);
    return run.flatMap(ConfigReader::command)
        .map(
            command ->
                new ConfigSystem.ConfigBuild(
                    command,
                    Nodes.textAt(node, "folder").map(Located::text),
                    Nodes.textAt(node, "product").map(Located::text),
                    texts(node, "sources"),
                    node.place()));
  }

  private static Optional<ReadyCheck> ready(Located written) {
    String text = written.text();
    if (text.equals("port")) {
      return Optional.of(new ReadyCheck.Port());
    }
    String path = text.startsWith("GET ") ? text.substring("GET ".length()).strip() : text;
    return path.startsWith("/") ? Optional.of(new ReadyCheck.Http(path)) : Optional.empty();
  }

  private static Optional<ConfigSystem.ConfigLink> link(Node node) {
    if (node instanceof ObjectNode) {
      return Optional.of(
          new ConfigSystem.ConfigLink(
              Nodes.textAt(node, "contract"),
              variables(node),
              texts(node, "hosts").orElse(List.of()),
              node.place()));
    }
    return Nodes.text(node)
        .map(
            variable ->
                new ConfigSystem.ConfigLink(
                    Optional.empty(), Map.of(variable, ""), List.of(), node.place()));
  }

  private static Optional<ConfigSystem.ConfigNeed> need(Node node) {
    return node instanceof ObjectNode
        ? Optional.of(
            new ConfigSystem.ConfigNeed(
                Nodes.textAt(node, "part"),
                variables(node),
                Nodes.textAt(node, "database").map(Located::text),
                texts(node, "migrations"),
                texts(node, "seeds"),
                node.place()))
        : Optional.empty();
  }

  /// `env: PAYMENTS_URL`, or `env: {PAYMENTS_HOST: "{host}", …}`.
  private static Map<String, String> variables(Node node) {
    Optional<Node> env = Nodes.at(node, "env");
    var variables = new LinkedHashMap<String, String>();
    env.flatMap(Nodes::text).ifPresent(name -> variables.put(name, ""));
    env.stream()
        .flatMap(map -> Nodes.members(map).stream())
        .forEach(
            member ->
                Nodes.text(member.value()).ifPresent(text -> variables.put(member.name(), text)));
    return variables;
  }

  private static <T> Map<String, Optional<T>> named(
      Node node, String key, Function<Node, Optional<T>> read) {
    var named = new LinkedHashMap<String, Optional<T>>();
    for (ObjectNode.Member member : membersAt(node, key)) {
      Optional<T> value = read.apply(member.value());
      // Of the wrong shape is not the same as left out.
      if (value.isPresent() || isNothing(member.value())) {
        named.put(member.name(), value);
      }
    }
    return named;
  }

  private static Optional<List<Located>> texts(Node node, String key) {
    return Nodes.at(node, key)
        .filter(value -> value instanceof ArrayNode || Nodes.text(value).isPresent())
        .map(Nodes::texts);
  }

  private static List<ObjectNode.Member> membersAt(Node node, String key) {
    return Nodes.at(node, key).stream().flatMap(ConfigReader::members).toList();
  }

  private static Stream<ObjectNode.Member> members(Node node) {
    return Nodes.members(node).stream();
  }

  private static boolean isNothing(Node node) {
    return !(node instanceof ObjectNode)
        && !(node instanceof ArrayNode)
        && Nodes.text(node).isEmpty();
  }
}
