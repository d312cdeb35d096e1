package dev.concordat.benchmarks.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Programs that may be installed.
final class Programs {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

  private Programs() {}

  static Optional<String> find(String name) {
    String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Stream.of(folders.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /// `haproxy 2.6.12`, or that it is not there.
  static String version(String name) {
    Optional<String> executable = find(name);
    if (executable.isEmpty()) {
      return name + " is not installed";
    }
    try {
      Process process =
          new ProcessBuilder(executable.get(), "-v").redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      Matcher version = VERSION.matcher(out);
      return version.find() ? name + " " + version.group() : name;
    } catch (IOException cannotRun) {
      return name;
    }
  }
}
