package dev.concordat.cli.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/// The files that a command line names: by themselves, by their folder, or by a pattern.
public final class ContractSearch {
  private static final Set<String> ENDINGS =
      Set.of(
          "json",
          "yaml",
          "yml",
          "har",
          "avsc",
          "avpr",
          "avro",
          "proto",
          "graphql",
          "graphqls",
          "gql",
          "ejs");

  /// Folders that hold other people's files.
  private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", "build", "dist");

  private static final int MAX_DEPTH = 30;

  private final Path workingFolder;
  private final Map<Path, Boolean> isNamedByFile = new LinkedHashMap<>();

  /// @param workingFolder what relative names are seen from
  public ContractSearch(Path workingFolder) {
    this.workingFolder = workingFolder;
  }

  /// A file.
  ///
  /// @param isNamed whether the command line names it, or only a folder that holds it
  public record Found(Path file, boolean isNamed) {}

  /// Adds what a word of the command line means.
  ///
  /// @return whether there is such a thing
  public boolean add(String word) {
    try {
      Path path = workingFolder.resolve(word).normalize();
      if (Files.isRegularFile(path)) {
        isNamedByFile.put(path, true);
        return true;
      }
      if (Files.isDirectory(path)) {
        walk(path, file -> isNamedLikeOne(String.valueOf(file.getFileName())));
        return true;
      }
    } catch (InvalidPathException noPath) {
      // It may be a pattern.
    }
    return addPattern(word);
  }

  private boolean addPattern(String word) {
    if (!word.contains("*") && !word.contains("?") && !word.contains("{")) {
      return false;
    }
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + word);
      // In shells, ** also stands for no folder at all.
      PathMatcher without =
          FileSystems.getDefault().getPathMatcher("glob:" + word.replace("**/", ""));
      int before = isNamedByFile.size();
      walk(
          workingFolder,
          file -> {
            Path relative = workingFolder.relativize(file);
            return matcher.matches(relative)
                || matcher.matches(file)
                || (word.contains("**/") && without.matches(relative));
          });
      return isNamedByFile.size() > before;
    } catch (PatternSyntaxException notAPattern) {
      return false;
    }
  }

  private void walk(Path folder, Predicate<Path> isWanted) {
    Set<Path> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          folder,
          Set.of(),
          MAX_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
              String name = String.valueOf(each.getFileName());
              boolean isHidden = name.startsWith(".") && !each.equals(folder);
              return isHidden || (PASSED_OVER.contains(name) && !each.equals(folder))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && isWanted.test(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.forEach(file -> isNamedByFile.putIfAbsent(file, false));
  }

  /// Whether contracts and stubs have names that end like this one.
  public static boolean isNamedLikeOne(String name) {
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /// All files that were added, each once.
  public List<Found> files() {
    return isNamedByFile.entrySet().stream()
        .map(each -> new Found(each.getKey(), each.getValue()))
        .toList();
  }

  /// The folder that references stay in: the working folder, or the nearest one above it that holds all files.
  public Path root() {
    Path root = workingFolder;
    for (Path file : isNamedByFile.keySet()) {
      Path parent = root.getParent();
      while (!file.startsWith(root) && parent != null) {
        root = parent;
        parent = root.getParent();
      }
    }
    return root;
  }
}
