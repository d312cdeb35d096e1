package dev.concordat.standin.wiremock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds mappings as WireMock lays them out: `mappings/` and `__files/` in a root folder. A folder that is called
/// `mappings`, or that holds JSON files and no such folder, is taken for the mappings themselves; a file for one of them.
public final class MappingFolder {
  /// How many files are read.
  private static final int MAX_FILES = 100_000;

  private static final String MAPPINGS = "mappings";
  private static final String FILES = "__files";

  private MappingFolder() {}

  /// All mappings below these files and folders.
  ///
  /// @throws IOException when a folder cannot be read
  public static MappingSource find(List<Path> named) throws IOException {
    var files = new ArrayList<Path>();
    Optional<Path> mappings = Optional.empty();
    Optional<Path> bodies = Optional.empty();
    for (Path path : named) {
      Path folder = mappingsFolder(path);
      files.addAll(jsonFiles(folder));
      if (Files.isDirectory(folder) && mappings.isEmpty()) {
        mappings = Optional.of(folder);
      }
      if (bodies.isEmpty()) {
        bodies = bodiesFolder(path, folder);
      }
    }
    return new MappingSource(files, mappings, bodies);
  }

  private static Path mappingsFolder(Path path) throws IOException {
    Path inside = path.resolve(MAPPINGS);
    if (Files.isDirectory(inside)) {
      return inside;
    }
    boolean isRoot =
        Files.isDirectory(path)
            && !path.getFileName().toString().equals(MAPPINGS)
            && jsonFiles(path).isEmpty();
    // An empty root: stubs that are saved belong into the folder that WireMock would make.
    return isRoot ? inside : path;
  }

  private static Optional<Path> bodiesFolder(Path path, Path folder) {
    Path parent = Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder);
    return Stream.of(path.resolve(FILES), parent.resolve(FILES))
        .filter(Files::isDirectory)
        .findFirst()
        .or(() -> Files.isDirectory(path) ? Optional.of(path.resolve(FILES)) : Optional.empty());
  }

  private static List<Path> jsonFiles(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"))
          .filter(file -> !isBelow(file, FILES))
          .limit(MAX_FILES)
          .sorted()
          .toList();
    }
  }

  private static boolean isBelow(Path file, String folder) {
    for (Path part : file) {
      if (part.toString().equals(folder)) {
        return true;
      }
    }
    return false;
  }
}
