package dev.concordat.cli.console;

import dev.concordat.report.terminal.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Where a command writes: results to standard output, commentary to standard error, both UTF-8.
///
/// @param live whether standard error is a terminal on which a line can be drawn again
/// @param style colours only on a terminal, and never under `NO_COLOR` (no-color.org)
public record Console(PrintStream out, PrintStream err, boolean live, Style style, int width) {
  private static final int DEFAULT_WIDTH = 100;

  /// The console of this process. Which streams are terminals is told by the launcher in the system property
  /// `concordat.terminals` (`out,err`); without it none is.
  ///
  /// @param variables the process environment
  public static Console ofProcess(Map<String, String> variables) {
    List<String> terminals = List.of(System.getProperty("concordat.terminals", "").split(","));
    boolean isDumb = "dumb".equals(variables.get("TERM")) || variables.containsKey("CI");
    boolean wantsColour = variables.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        terminals.contains("err") && !isDumb,
        terminals.contains("out") && !isDumb && wantsColour ? Style.COLOUR : Style.PLAIN,
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
