package dev.concordat.cli;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Runs commands in this process, with state of their own.
///
/// @param home all state
/// @param workingFolder where the commands are given
record CommandTester(Path home, Path workingFolder) {
  static final Path ROOT = Path.of(System.getProperty("concordat.root", ".."));

  /// What a command ended with and wrote.
  record Result(int exitCode, String out, String err) {}

  Result run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Console console = new Console(stream(out), stream(err), false, Style.PLAIN, 100);
    Path parts = ROOT.resolve("environment/parts/target");
    Installation installation = new Installation(ROOT, parts, home, workingFolder, Map.of());
    int exitCode = new Commands(console, installation).run(arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
