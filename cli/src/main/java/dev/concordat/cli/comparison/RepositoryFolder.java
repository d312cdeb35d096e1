package dev.concordat.cli.comparison;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where a folder lies in its git repository; found by the folder `.git`, so that git need not be asked.
final class RepositoryFolder {
  private RepositoryFolder() {}

  /// The folder seen from the root of its repository, with a slash at its end; empty for the root, and outside of repositories.
  static String of(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        String relative = at.relativize(folder).toString().replace('\\', '/');
        return relative.isEmpty() ? "" : relative + "/";
      }
    }
    return "";
  }
}
