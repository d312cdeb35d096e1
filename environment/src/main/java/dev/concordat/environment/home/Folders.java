package dev.concordat.environment.home;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whole folders: copied, removed. Symbolic links are never followed.
public final class Folders {
  private Folders() {}

  /// Removes a folder and everything in it; nothing happens where there is none.
  public static void delete(Path folder) throws IOException {
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (NoSuchFileException _) {
      // Nothing to remove, or somebody else removes it too.
    }
  }

  /// Copies a folder with its permissions into one that does not exist yet.
  public static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new Copying(from, to));
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
      Files.createDirectory(target(folder), PosixFilePermissions.asFileAttribute(permissions));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isSymbolicLink()) {
        Files.createSymbolicLink(target(file), Files.readSymbolicLink(file));
      } else {
        Files.copy(file, target(file));
      }
      return FileVisitResult.CONTINUE;
    }

    private Path target(Path path) {
      return to.resolve(from.relativize(path));
    }
  }
}
