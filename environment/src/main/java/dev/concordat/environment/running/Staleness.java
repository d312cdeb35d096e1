package dev.concordat.environment.running;

import dev.concordat.environment.setup.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;

/// Whether a product must be built again.
final class Staleness {
  /// Folders that builds write.
  private static final Set<String> OUTPUTS =
      Set.of("target", "build", "node_modules", ".git", ".gradle", "dist", "out");

  private Staleness() {}

  static boolean isStale(Build build) {
    try {
      if (!Files.exists(build.product())) {
        return true;
      }
      FileTime made = Files.getLastModifiedTime(build.product());
      for (Path source : build.sources()) {
        if (Files.exists(source) && isNewer(source, made)) {
          return true;
        }
      }
      return false;
    } catch (IOException | UncheckedIOException _) {
      return true;
    }
  }

  private static boolean isNewer(Path source, FileTime made) throws IOException {
    boolean[] isNewer = {false};
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isOutput =
                !folder.equals(source) && OUTPUTS.contains(folder.getFileName().toString());
            return isOutput ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            isNewer[0] = attributes.lastModifiedTime().compareTo(made) > 0;
            return isNewer[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }
        });
    return isNewer[0];
  }
}
