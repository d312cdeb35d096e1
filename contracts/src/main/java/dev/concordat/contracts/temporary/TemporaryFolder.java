package dev.concordat.contracts.temporary;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder of this process that is deleted when it is closed, and also when the process ends or is told to end (ctrl-C) before that.
public final class TemporaryFolder implements AutoCloseable {
  /// One hook for all of them: folders come and go by the thousand in a process that lives long.
  private static final Set<Path> OPEN = open();

  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 10;

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /// A new folder in the system's folder for temporary files.
  ///
  /// @param prefix what its name starts with
  public static TemporaryFolder create(String prefix) throws IOException {
    Path path = Files.createTempDirectory(prefix);
    OPEN.add(path);
    return new TemporaryFolder(path);
  }

  /// Whether nothing is left to delete when the process ends.
  public static boolean isNoneOpen() {
    return OPEN.isEmpty();
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
    OPEN.remove(path);
  }

  private static Set<Path> open() {
    Set<Path> open = ConcurrentHashMap.newKeySet();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> open.forEach(TemporaryFolder::deleteForGood)));
    return open;
  }

  /// Whoever is writing into the folder goes on until the process is gone, so it is looked at once more after a moment.
  private static void deleteForGood(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try {
        delete(folder);
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException stillWrittenTo) {
        Thread.onSpinWait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
