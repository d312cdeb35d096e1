package dev.concordat.cli.console;

import dev.concordat.report.terminal.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where a command writes: results to standard output, commentary to standard error, both UTF-8.
///
/// @param live whether standard error is a terminal on which a line can be drawn again
/// @param style colours only on a terminal, and never under `NO_COLOR` (no-color.org)
public record Console(PrintStream out, PrintStream err, boolean live, Style style, int width) {
  private static final int DEFAULT_WIDTH = 100;

  /// The console of this process.
  ///
  /// @param variables the process environment
  public static Console ofProcess(Map<String, String> variables) {
    java.io.Console terminal = System.console();
    boolean isTerminal = terminal.isTerminal();
    boolean isDumb = "dumb".equals(variables.get("TERM")) || variables.containsKey("CI");
    boolean colour = isTerminal && !isDumb && variables.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        isTerminal && !isDumb,
        colour ? Style.COLOUR : Style.PLAIN,
        width(variables));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int width(Map<String, String> variables) {
    try {
      return Math.max(40, Integer.parseInt(variables.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException absent) {
      return DEFAULT_WIDTH;
    }
  }

  /// Writes a line of commentary.
  public void say(String line) {
    err.println(line);
  }
}
