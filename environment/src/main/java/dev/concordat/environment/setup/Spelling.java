package dev.concordat.environment.setup;

import java.nio.file.Path;

/// How a path is written in places and messages.
final class Spelling {
  private Spelling() {}

  static String relative(Path root, Path path) {
    return path.startsWith(root)
        ? root.relativize(path).toString().replace('\\', '/')
        : path.toString().replace('\\', '/');
  }
}
