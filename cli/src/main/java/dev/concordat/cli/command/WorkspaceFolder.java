package dev.concordat.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The workspace that a file belongs to, when only the file is named.
final class WorkspaceFolder {
  /// Files that describe a whole workspace.
  private static final List<String> MARKS =
      List.of(
          "concordat.yaml",
          "compose.yaml",
          "compose.yml",
          "docker-compose.yaml",
          "docker-compose.yml",
          "catalog-info.yaml");

  private WorkspaceFolder() {}

  /// The working folder if it is one; else the nearest one above the file; else the working folder.
  static Path of(Path file, Path workingFolder) {
    if (isMarked(workingFolder) && file.startsWith(workingFolder)) {
      return workingFolder;
    }
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (isMarked(folder)) {
        return folder;
      }
    }
    return workingFolder;
  }

  private static boolean isMarked(Path folder) {
    return MARKS.stream().anyMatch(mark -> Files.isRegularFile(folder.resolve(mark)));
  }
}
