package dev.concordat.environment.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What is made once and then only read. Safe for any number of threads and processes: one makes, the others wait.
public final class Cache {
  private final Path folder;

  public Cache(Home home) {
    this.folder = home.cache();
  }

  /// How an entry is made.
  @FunctionalInterface
  public interface Maker<F extends Exception> {
    /// Fills an empty folder, which becomes the entry once it is complete.
    void make(Path folder) throws IOException, InterruptedException, F;
  }

  /// Where an entry is, or would be.
  public Path entry(String name) {
    return folder.resolve(name);
  }

  /// The entry of that name, made if it is not there. The name must say everything that the entry depends on.
  public <F extends Exception> Path get(String name, Maker<F> maker)
      throws IOException, InterruptedException, F {
    Path entry = entry(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    Path lockFile = entry.resolveSibling("." + entry.getFileName() + ".lock");
    try (FileMutex _ = FileMutex.lock(lockFile)) {
      if (!Files.isDirectory(entry)) {
        String unfinished = "." + entry.getFileName() + ".new";
        forget(Objects.requireNonNull(entry.getParent()), unfinished);
        Path making = entry.resolveSibling(unfinished + ProcessHandle.current().pid());
        Files.createDirectory(making);
        try {
          maker.make(making);
          Files.move(making, entry, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          Folders.delete(making);
        }
      }
      return entry;
    }
  }

  /// Deletes what makers left behind that were killed. What a last child of one still writes into is left for the next time.
  private static void forget(Path folder, String unfinished) throws IOException {
    List<Path> left;
    try (Stream<Path> siblings = Files.list(folder)) {
      left =
          siblings
              .filter(sibling -> sibling.getFileName().toString().startsWith(unfinished))
              .toList();
    }
    for (Path sibling : left) {
      try {
        Folders.delete(sibling);
      } catch (IOException stillWrittenTo) {
        // Nobody reads it, and the next maker finds it.
      }
    }
  }
}
