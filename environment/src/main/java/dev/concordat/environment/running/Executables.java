package dev.concordat.environment.running;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Finding commands as a shell would.
final class Executables {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  private Executables() {}

  /// @param folder where the command would run
  static boolean isThere(String name, Path folder, String path) {
    try {
      if (name.contains("/")) {
        return Files.isExecutable(folder.resolve(name));
      }
      return SEPARATOR
          .splitAsStream(path)
          .filter(entry -> !entry.isBlank())
          .anyMatch(entry -> Files.isExecutable(Path.of(entry, name)));
    } catch (InvalidPathException _) {
      return false;
    }
  }
}
