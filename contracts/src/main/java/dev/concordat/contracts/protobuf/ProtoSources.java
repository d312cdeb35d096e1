package dev.concordat.contracts.protobuf;

import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a compilation needs: those asked for and all they import, by the names under which imports know them.
/// Imports are looked for in the workspace only.
///
/// @param folder the folder that names are relative to
/// @param files by name, those asked for first
/// @param problems imports that lead out of the workspace or to no file
record ProtoSources(
    Path folder, List<String> asked, Map<String, TextFile> files, List<Problem> problems) {
  private static final int MAX_FILES = 2_000;

  /// Finds all files.
  ///
  /// @param workspace the folder that holds everything that may be read
  static ProtoSources collect(
      Path workspace, List<TextFile> asked, Protoc protoc, ReadLimits limits) throws IOException {
    Path root = workspace.toRealPath();
    var search = new ImportSearch(root);
    ProtoSources best = null;
    int fewest = Integer.MAX_VALUE;
    for (Path folder : folders(workspace, asked)) {
      var walk = new Walk(workspace, root, folder, search, protoc, limits);
      ProtoSources found = walk.run(named(folder, asked));
      int cost = 2 * (walk.searched + found.problems.size()) + (isPackaged(folder, asked) ? 0 : 1);
      if (cost < fewest) {
        fewest = cost;
        best = found;
      }
    }
    return best == null ? new ProtoSources(workspace, List.of(), Map.of(), List.of()) : best;
  }

  /// Finds all files for some whose names are known.
  ///
  /// @param workspace the folder that holds everything that may be read
  /// @param asked by the names under which they import one another
  static ProtoSources collect(
      Path workspace, Map<String, TextFile> asked, Protoc protoc, ReadLimits limits)
      throws IOException {
    Path root = workspace.toRealPath();
    return new Walk(workspace, root, workspace, new ImportSearch(root), protoc, limits).run(asked);
  }

  private static Map<String, TextFile> named(Path folder, List<TextFile> asked) {
    var named = new LinkedHashMap<String, TextFile>();
    asked.forEach(
        file -> named.put(folder.relativize(file.path()).toString().replace('\\', '/'), file));
    return named;
  }

  /// The folders that imports may be relative to: those that hold all files asked for, the workspace first.
  private static List<Path> folders(Path workspace, List<TextFile> asked) {
    var folders = new ArrayList<Path>();
    Path at = asked.getFirst().path().getParent();
    while (at != null && at.startsWith(workspace)) {
      Path folder = at;
      if (asked.stream().allMatch(file -> file.path().startsWith(folder))) {
        folders.addFirst(folder);
      }
      at = at.getParent();
    }
    return folders;
  }

  /// Whether the first file lies where its package says: `shop/v1/orders.proto` of `shop.v1`.
  private static boolean isPackaged(Path folder, List<TextFile> asked) {
    TextFile first = asked.getFirst();
    String expected = Imports.of(first.text()).packageName().replace('.', '/');
    Path parent = first.path().getParent();
    return parent != null
        && folder.relativize(parent).toString().replace('\\', '/').equals(expected);
  }

  /// Follows imports from file to file.
  private static final class Walk {
    private final Path workspace;
    private final Path root;
    private final Path folder;
    private final ImportSearch search;
    private final Protoc protoc;
    private final ReadLimits limits;
    private final Map<String, TextFile> files = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private long bytes;
    private int searched;

    Walk(
        Path workspace,
        Path root,
        Path folder,
        ImportSearch search,
        Protoc protoc,
        ReadLimits limits) {
      this.limits = limits;
      this.workspace = workspace;
      this.root = root;
      this.folder = folder;
      this.search = search;
      this.protoc = protoc;
    }

    ProtoSources run(Map<String, TextFile> asked) throws IOException {
      asked.forEach(this::add);
      while (!open.isEmpty()) {
        follow(open.removeFirst());
      }
      return new ProtoSources(folder, List.copyOf(asked.keySet()), files, problems);
    }

    private void add(String name, TextFile file) {
      if (files.putIfAbsent(name, file) == null) {
        bytes += file.bytes().length;
        open.add(name);
      }
    }

    private void follow(String name) throws IOException {
      TextFile file = files.get(name);
      if (file == null) {
        return;
      }
      for (Imports.Import one : Imports.of(file.text()).imports()) {
        if (files.containsKey(one.name()) || protoc.includes(one.name())) {
          continue;
        }
        Place place = file.place(one.line(), one.column());
        if (files.size() >= MAX_FILES || bytes >= limits.maxBytes()) {
          problems.add(ProtobufProblems.tooManyImports(place, MAX_FILES, limits.maxBytes()));
          open.clear();
          return;
        }
        find(one.name(), place);
      }
    }

    private void find(String name, Place place) throws IOException {
      if (leaves(name)) {
        problems.add(ProtobufProblems.leavesRoot(place, name));
        return;
      }
      Optional<Path> found = inside(folder.resolve(name));
      if (found.isEmpty() && Files.exists(folder.resolve(name))) {
        problems.add(ProtobufProblems.leavesRoot(place, name));
        return;
      }
      if (found.isEmpty()) {
        found = search.endingWith(name).filter(path -> inside(path).isPresent());
        searched += found.isPresent() ? 1 : 0;
      }
      Optional<TextFile> file = found.isEmpty() ? Optional.empty() : read(found.get());
      if (file.isPresent()) {
        add(name, file.get());
      } else {
        problems.add(ProtobufProblems.missingImport(place, name, search.names(name)));
      }
    }

    private Optional<TextFile> read(Path path) throws IOException {
      return TextFile.read(workspace, path, limits);
    }

    private static boolean leaves(String name) {
      return name.startsWith("/")
          || name.contains("\\")
          || name.indexOf('\0') >= 0
          || Stream.of(name.split("/", -1)).anyMatch(part -> part.equals("..") || part.equals("."));
    }

    /// A file that is in the workspace, links followed.
    private Optional<Path> inside(Path path) {
      try {
        return Files.isRegularFile(path) && path.toRealPath().startsWith(root)
            ? Optional.of(path)
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  /// Writes the files into a folder, each under its name.
  void layOut(Path into) throws IOException {
    for (Map.Entry<String, TextFile> file : files.entrySet()) {
      Path target = into.resolve(file.getKey());
      if (target.getParent() != null) {
        Files.createDirectories(target.getParent());
      }
      Files.write(target, file.getValue().bytes());
    }
  }

  /// The text behind a name.
  Optional<TextFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
