package dev.concordat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Concordat as the launcher starts it, in a JVM of its own.
final class ConcordatProcess {
  private static final String LOG = "concordat.log";
  private static final Duration LIMIT = Duration.ofMinutes(3);

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

  /// What a pattern finds in what it prints, as soon as it is there.
  ///
  /// @throws AssertionError when it ends before, or takes longer than three minutes; then it is ended
  static Matcher await(Process process, Path folder, Pattern pattern)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    boolean isOver = false;
    while (!isOver && System.nanoTime() < end) {
      isOver = process.waitFor(20, TimeUnit.MILLISECONDS);
      Matcher found = pattern.matcher(Files.readString(log(folder)));
      if (found.find()) {
        return found;
      }
    }
    process.destroyForcibly().waitFor();
    throw new AssertionError(Files.readString(log(folder)));
  }

  /// Sends a signal by its name, and waits until the sender is done.
  static void signal(Process process, String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  /// What it printed.
  static Path log(Path folder) {
    return folder.resolve(LOG);
  }
}
