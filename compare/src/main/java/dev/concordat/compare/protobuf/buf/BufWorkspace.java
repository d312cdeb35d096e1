package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.contracts.protobuf.ProtobufTypes;
import dev.concordat.contracts.protobuf.Protoc;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.TextFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A folder of `.proto` files as one contract, with what its `buf.yaml` or `buf.work.yaml` says. Files are named as they
/// import one another.
///
/// @param contract all files of all modules
/// @param modules which files belong together under which rules
/// @param owners the module of each file, by the name under which it is imported
public record BufWorkspace(
    ProtobufContract contract, List<BufModule> modules, Map<String, BufModule> owners) {
  private static final int MAX_VISITED = 50_000;
  private static final String SETTINGS = "buf.yaml";
  private static final String WORK = "buf.work.yaml";

  public BufWorkspace {
    modules = List.copyOf(modules);
    owners = Map.copyOf(owners);
  }

  /// Reads a folder.
  ///
  /// @param folder absolute
  /// @throws IOException if it cannot be read, not if its texts are bad
  public static BufWorkspace read(Path folder, ReadLimits limits) throws IOException {
    return read(folder, folder, limits);
  }

  /// Whether a `buf.yaml` or `buf.work.yaml` lies in a folder.
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(SETTINGS))
        || Files.isRegularFile(folder.resolve(WORK));
  }

  /// Reads a folder whose files are told from another one around it.
  ///
  /// @param root absolute; places are named from here
  /// @param folder absolute
  /// @throws IOException if it cannot be read, not if its texts are bad
  public static BufWorkspace read(Path root, Path folder, ReadLimits limits) throws IOException {
    List<BufModule> modules = modules(folder, limits);
    var named = new LinkedHashMap<String, TextFile>();
    var owners = new LinkedHashMap<String, BufModule>();
    for (BufModule module : modules) {
      for (Map.Entry<String, Path> file : files(folder.resolve(module.folder())).entrySet()) {
        Optional<TextFile> text =
            module.holds(file.getKey())
                ? TextFile.read(root, file.getValue(), limits)
                : Optional.empty();
        if (text.isPresent() && named.putIfAbsent(file.getKey(), text.get()) == null) {
          owners.put(file.getKey(), module);
        }
      }
    }
    ProtobufContract contract =
        named.isEmpty()
            ? new ProtobufContract("", List.of(), ProtobufTypes.NONE, List.of())
            : new ProtobufReader(root, Protoc::bundled, limits).readModule(named);
    return new BufWorkspace(contract, modules, owners);
  }

  private static List<BufModule> modules(Path folder, ReadLimits limits) throws IOException {
    Optional<Node> work = document(folder, WORK, limits);
    if (work.isEmpty()) {
      return modules(folder, "", limits);
    }
    var modules = new ArrayList<BufModule>();
    for (String directory : BufModule.paths(work.get(), "directories")) {
      modules.addAll(modules(folder, directory, limits));
    }
    return modules;
  }

  private static List<BufModule> modules(Path workspace, String folder, ReadLimits limits)
      throws IOException {
    return document(workspace, BufModule.joined(folder, SETTINGS), limits)
        .map(file -> BufModule.read(folder, file))
        .orElseGet(() -> List.of(BufModule.bare(folder)));
  }

  private static Optional<Node> document(Path folder, String name, ReadLimits limits)
      throws IOException {
    return Files.isRegularFile(folder.resolve(name))
        ? Optional.of(new DocumentReader(folder, limits).read(Path.of(name)).root())
        : Optional.empty();
  }

  /// The `.proto` files below a folder, by their names in it, in their order.
  private static Map<String, Path> files(Path folder) throws IOException {
    var files = new TreeMap<String, Path>(Comparator.naturalOrder());
    if (!Files.isDirectory(folder)) {
      return files;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          private int visited;

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".proto") && attributes.isRegularFile()) {
              files.put(folder.relativize(file).toString().replace('\\', '/'), file);
            }
            return ++visited < MAX_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }
        });
    return files;
  }

  /// Whether the rules for the module of a finding's file let it be reported.
  public boolean reports(BufFinding finding) {
    return configuration(finding).reports(finding);
  }

  /// Whether nobody is to look at this, whatever rules hold.
  public boolean leavesAlone(BufFinding finding) {
    return configuration(finding).leavesAlone(finding);
  }

  /// Files that no module has, such as those that are gone, fall under the rules of the first.
  private BufConfiguration configuration(BufFinding finding) {
    return finding
        .file()
        .or(finding::against)
        .map(ProtobufFile::name)
        .map(owners::get)
        .or(() -> modules.stream().findFirst())
        .map(BufModule::configuration)
        .orElseGet(() -> BufConfiguration.defaults(BufRule.Version.V2));
  }
}
