package dev.concordat.contracts.protobuf;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds `.proto` files anywhere in a workspace, for imports that are relative to another folder than the file's own, such
/// as `third_party`.
final class ImportSearch {
  private static final int MAX_VISITED = 50_000;
  private static final Set<String> SKIPPED =
      Set.of("target", "build", "node_modules", "bin", "out");

  private final Path root;
  private @Nullable List<Path> found;

  ImportSearch(Path root) {
    this.root = root;
  }

  /// The file whose path ends like the import, the nearest to the root first.
  Optional<Path> endingWith(String name) throws IOException {
    return files().stream()
        .filter(file -> file.endsWith(name))
        .min(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()));
  }

  /// Names like the one that leads nowhere: files of the same name elsewhere, or all.
  List<String> names(String missing) throws IOException {
    return files().stream()
        .map(file -> root.relativize(file).toString().replace('\\', '/'))
        .filter(name -> !name.equals(missing))
        .sorted()
        .toList();
  }

  private List<Path> files() throws IOException {
    List<Path> known = found;
    if (known == null) {
      known = walk();
      found = known;
    }
    return known;
  }

  private List<Path> walk() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          private int visited;

          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean isSkipped =
                !folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name));
            return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".proto") && attributes.isRegularFile()) {
              files.add(file);
            }
            return ++visited < MAX_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
