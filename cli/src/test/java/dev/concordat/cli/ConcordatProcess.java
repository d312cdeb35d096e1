package dev.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Concordat as the launcher starts it, in a JVM of its own.
final class ConcordatProcess {
  private static final String LOG = "concordat.log";

  private ConcordatProcess() {}

  /// A shell that runs tests in the background lets its children ignore SIGINT, and a JVM keeps that; `env` gives the signal
  /// back.
  static Process start(Path home, Path folder, String... arguments) throws IOException {
    var line =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dconcordat.root=" + CommandTester.ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.concordat.cli.Main"));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("CONCORDAT_HOME", home.toString());
    return builder.redirectErrorStream(true).redirectOutput(log(folder).toFile()).start();
  }

  /// What it printed.
  static Path log(Path folder) {
    return folder.resolve(LOG);
  }
}
