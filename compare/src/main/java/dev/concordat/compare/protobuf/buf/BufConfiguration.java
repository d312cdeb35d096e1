package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the section `breaking` of a `buf.yaml` says: which rules hold, and where not.
///
/// @param rules those that hold
/// @param ignored files and folders that no rule looks at
/// @param ignoredOnly files and folders that one rule does not look at
/// @param ignoresUnstable whether packages such as `shop.v1beta1` are left alone
/// @param unknown names that are no rule of buf's own, such as those of plugins; they are not checked
public record BufConfiguration(
    Set<BufRule> rules,
    List<String> ignored,
    Map<BufRule, List<String>> ignoredOnly,
    boolean ignoresUnstable,
    List<String> unknown) {
  public BufConfiguration {
    rules = Set.copyOf(rules);
    ignored = List.copyOf(ignored);
    ignoredOnly = Map.copyOf(ignoredOnly);
    unknown = List.copyOf(unknown);
  }

  /// What holds where a `buf.yaml` of that version says nothing: the category `FILE`.
  public static BufConfiguration defaults(BufRule.Version version) {
    return new BufConfiguration(
        EnumSet.copyOf(BufRule.named("FILE", version).orElseThrow()),
        List.of(),
        Map.of(),
        false,
        List.of());
  }

  /// Reads a section.
  ///
  /// @param folder the module's folder, relative to the `buf.yaml`, which paths start with (version 2); empty for its own
  static BufConfiguration read(Node section, BufRule.Version version, String folder) {
    var reading = new Reading(version, folder);
    boolean isWithoutRules = isTrue(section, "disable_builtin");
    Set<BufRule> rules = EnumSet.noneOf(BufRule.class);
    List<String> used = texts(section, "use");
    if (used.isEmpty()) {
      rules.addAll(defaults(version).rules());
    }
    used.forEach(name -> rules.addAll(reading.named(name)));
    texts(section, "except").forEach(name -> reading.named(name).forEach(rules::remove));
    Map<BufRule, List<String>> only = new EnumMap<>(BufRule.class);
    if (member(section, "ignore_only").orElse(null) instanceof ObjectNode object) {
      for (ObjectNode.Member one : object.members()) {
        List<String> paths = reading.paths(texts(one.value()));
        for (BufRule rule : reading.named(one.name())) {
          only.computeIfAbsent(rule, key -> new ArrayList<>()).addAll(paths);
        }
      }
    }
    return new BufConfiguration(
        isWithoutRules ? Set.of() : rules,
        reading.paths(texts(section, "ignore")),
        only,
        isTrue(section, "ignore_unstable_packages"),
        reading.unknown);
  }

  private static final class Reading {
    private final BufRule.Version version;
    private final String folder;
    private final List<String> unknown = new ArrayList<>();

    Reading(BufRule.Version version, String folder) {
      this.version = version;
      this.folder = folder;
    }

    List<BufRule> named(String name) {
      Optional<List<BufRule>> found = BufRule.named(name, version);
      if (found.isEmpty()) {
        unknown.add(name);
      }
      return found.orElse(List.of());
    }

    /// Relative to the module; what lies outside of it is left out.
    List<String> paths(List<String> written) {
      return written.stream()
          .map(path -> path.startsWith("./") ? path.substring(2) : path)
          .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
          .filter(path -> folder.isEmpty() || path.startsWith(folder + "/") || path.equals(folder))
          .map(path -> folder.isEmpty() ? path : path.substring(folder.length()))
          .map(path -> path.startsWith("/") ? path.substring(1) : path)
          .toList();
    }
  }

  static Optional<Node> member(Node node, String name) {
    return node instanceof ObjectNode object ? object.get(name) : Optional.empty();
  }

  static List<String> texts(Node node, String name) {
    return member(node, name).map(BufConfiguration::texts).orElse(List.of());
  }

  private static List<String> texts(Node node) {
    return node instanceof ArrayNode array
        ? array.items().stream()
            .map(Node::toJson)
            .filter(JsonString.class::isInstance)
            .map(JsonString.class::cast)
            .map(JsonString::value)
            .toList()
        : List.of();
  }

  private static boolean isTrue(Node node, String name) {
    return member(node, name).map(Node::toJson).filter(new JsonBoolean(true)::equals).isPresent();
  }

  /// Whether this is to be reported.
  public boolean reports(BufFinding finding) {
    return rules.contains(finding.rule()) && !leavesAlone(finding);
  }

  /// Whether nobody is to look at this, whatever rules hold.
  public boolean leavesAlone(BufFinding finding) {
    return finding.file().stream().anyMatch(file -> ignores(finding.rule(), file))
        || finding.against().stream().anyMatch(file -> ignores(finding.rule(), file));
  }

  private boolean ignores(BufRule rule, ProtobufFile file) {
    return ignored.stream().anyMatch(path -> holds(path, file.name()))
        || ignoredOnly.getOrDefault(rule, List.of()).stream()
            .anyMatch(path -> holds(path, file.name()))
        || (ignoresUnstable && PackageStability.isUnstable(file.packageName()));
  }

  private static boolean holds(String path, String file) {
    return path.isEmpty() || file.equals(path) || file.startsWith(path + "/");
  }
}
