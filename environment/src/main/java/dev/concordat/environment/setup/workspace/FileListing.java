package dev.concordat.environment.setup.workspace;

import dev.concordat.environment.setup.Setup;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Walks a workspace once, past what no person wrote. Symbolic links are not followed: they may lead out or in circles.
final class FileListing extends SimpleFileVisitor<Path> implements FileVisitor<Path> {
  private static final int MAX_FILES = 100_000;
  private static final Set<String> MADE_BY_TOOLS =
      Set.of("target", "node_modules", "build", "dist", "out", "vendor", "__pycache__", "venv");
  private static final Set<String> HIDDEN_BUT_OURS = Set.of(".github", ".gitlab");

  private final Path root;
  private final Notes notes;
  private final List<Path> files = new ArrayList<>();

  private FileListing(Path root, Notes notes) {
    this.root = root;
    this.notes = notes;
  }

  static List<Path> of(Path root, Notes notes) {
    var listing = new FileListing(root, notes);
    try {
      Files.walkFileTree(root, listing);
    } catch (IOException e) {
      listing.unreadable(root, e);
    }
    return listing.files.stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    String name = folder.getFileName().toString();
    boolean isHidden = name.startsWith(".") && !HIDDEN_BUT_OURS.contains(name);
    return isHidden || MADE_BY_TOOLS.contains(name)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (files.size() == MAX_FILES) {
      notes.problem(
          Problem.warning(
              "setup/too-many-files",
              Place.of(Setup.relative(root, file)),
              "the workspace has more than " + MAX_FILES + " files; the rest was not looked at",
              "point Concordat at a smaller folder"));
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isRegularFile()) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    unreadable(file, e);
    return FileVisitResult.CONTINUE;
  }

  private void unreadable(Path path, IOException e) {
    notes.problem(
        Problem.error(
            "setup/unreadable",
            Place.of(path.equals(root) ? root.toString() : Setup.relative(root, path)),
            "the folder cannot be read: " + Reason.of(e),
            "check the path and its permissions"));
  }
}
