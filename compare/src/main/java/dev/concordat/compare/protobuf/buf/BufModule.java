package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder of `.proto` files that import one another by their names in it.
///
/// @param folder relative to the workspace, with `/` between its parts; empty for the workspace itself
/// @param includes folders in the module that alone belong to it; all where none is named
/// @param excludes folders in the module that do not
public record BufModule(
    String folder, List<String> includes, List<String> excludes, BufConfiguration configuration) {
  public BufModule {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /// A folder without a `buf.yaml`.
  static BufModule bare(String folder) {
    return new BufModule(
        folder, List.of(), List.of(), BufConfiguration.defaults(BufRule.Version.V1));
  }

  /// The modules that a `buf.yaml` describes.
  ///
  /// @param folder where the `buf.yaml` lies, as above
  static List<BufModule> read(String folder, Node file) {
    String version =
        BufConfiguration.member(file, "version").map(BufModule::text).orElse("v1beta1");
    return switch (version) {
      case "v2" -> ofVersion2(folder, file);
      case "v1" -> ofVersion1(folder, file, BufRule.Version.V1);
      default -> ofVersion1(folder, file, BufRule.Version.V1BETA1);
    };
  }

  private static List<BufModule> ofVersion1(String folder, Node file, BufRule.Version version) {
    BufConfiguration configuration =
        BufConfiguration.member(file, "breaking")
            .map(section -> BufConfiguration.read(section, version, ""))
            .orElseGet(() -> BufConfiguration.defaults(version));
    Optional<Node> build = BufConfiguration.member(file, "build");
    List<String> roots = build.map(node -> paths(node, "roots")).orElse(List.of());
    List<String> excludes = build.map(node -> paths(node, "excludes")).orElse(List.of());
    var modules = new ArrayList<BufModule>();
    for (String root : roots.isEmpty() ? List.of("") : roots) {
      modules.add(
          new BufModule(joined(folder, root), List.of(), below(root, excludes), configuration));
    }
    return modules;
  }

  private static List<BufModule> ofVersion2(String folder, Node file) {
    Optional<Node> shared = BufConfiguration.member(file, "breaking");
    List<Node> listed =
        BufConfiguration.member(file, "modules")
            .filter(ArrayNode.class::isInstance)
            .map(node -> ((ArrayNode) node).items())
            .orElse(List.of());
    if (listed.isEmpty()) {
      return List.of(version2(folder, "", List.of(), List.of(), shared));
    }
    return listed.stream()
        .map(
            module -> {
              String path =
                  path(BufConfiguration.member(module, "path").map(BufModule::text).orElse("."));
              return version2(
                  folder,
                  path,
                  below(path, paths(module, "includes")),
                  below(path, paths(module, "excludes")),
                  BufConfiguration.member(module, "breaking").or(() -> shared));
            })
        .toList();
  }

  private static BufModule version2(
      String folder,
      String path,
      List<String> includes,
      List<String> excludes,
      Optional<Node> breaking) {
    return new BufModule(
        joined(folder, path),
        includes,
        excludes,
        breaking
            .map(section -> BufConfiguration.read(section, BufRule.Version.V2, path))
            .orElseGet(() -> BufConfiguration.defaults(BufRule.Version.V2)));
  }

  private static String text(Node node) {
    return node.toJson() instanceof JsonString(String text) ? text : "";
  }

  static List<String> paths(Node node, String name) {
    return BufConfiguration.texts(node, name).stream().map(BufModule::path).toList();
  }

  private static String path(String written) {
    String path = written.startsWith("./") ? written.substring(2) : written;
    path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return path.equals(".") ? "" : path;
  }

  static String joined(String folder, String path) {
    return folder.isEmpty() || path.isEmpty() ? folder + path : folder + "/" + path;
  }

  /// Paths relative to a folder, which they lie in; others are left out.
  private static List<String> below(String folder, List<String> paths) {
    return folder.isEmpty()
        ? paths
        : paths.stream()
            .filter(path -> path.startsWith(folder + "/"))
            .map(path -> path.substring(folder.length() + 1))
            .toList();
  }

  /// Whether a file belongs to the module.
  ///
  /// @param name relative to the module's folder
  boolean holds(String name) {
    return (includes.isEmpty() || includes.stream().anyMatch(path -> name.startsWith(path + "/")))
        && excludes.stream().noneMatch(path -> name.startsWith(path + "/"));
  }
}
