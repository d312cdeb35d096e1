package dev.concordat.cli;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/// Runs commands in this process, with state of their own.
///
/// @param home all state
/// @param workingFolder where the commands are given
record CommandTester(Path home, Path workingFolder) {
  static final Path ROOT = Path.of(System.getProperty("concordat.root", ".."));

  /// Concordat's home, for what takes long to unpack and harms nobody; `CONCORDAT_HOME` names another.
  static final Path HOME =
      Path.of(
          System.getenv()
              .getOrDefault(
                  "CONCORDAT_HOME",
                  Path.of(System.getProperty("user.home"), ".concordat").toString()));

  /// What a command ended with and wrote.
  record Result(int exitCode, String out, String err) {}

  /// The day on which commands run.
  static final LocalDate TODAY = LocalDate.parse("2026-11-28");

  Result run(String... arguments) {
    return runWith("", Map.of(), arguments);
  }

  /// Runs a command with standard input and environment variables.
  Result runWith(String input, Map<String, String> variables, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Console console = new Console(stream(out), stream(err), false, Style.PLAIN, 100);
    Path parts = ROOT.resolve("environment/parts/target");
    Installation installation = new Installation(ROOT, parts, home, workingFolder, variables);
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int exitCode = new Commands(console, installation, in, () -> TODAY).run(arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
