package dev.concordat.report.github;

import java.util.ArrayList;
import java.util.List;

/// GitHub's workflow commands, escaped as its runner wants them.
public final class WorkflowCommands {
  /// GitHub takes ten errors and ten warnings of a step and drops the rest silently.
  private static final int MAX_OF_A_LEVEL = 10;

  private static final int MAX_MESSAGE = 4_000;
  private static final int MAX_TITLE = 200;

  private WorkflowCommands() {}

  /// An annotation at a line of a file.
  ///
  /// @param level `error`, `warning` or `notice`
  public static String at(String level, String file, int line, String title, String text) {
    return "::"
        + level
        + " file="
        + property(file)
        + ",line="
        + line
        + ",endLine="
        + line
        + ",title="
        + property(cut(title, MAX_TITLE))
        + "::"
        + data(cut(text, MAX_MESSAGE));
  }

  /// An annotation of the whole step.
  public static String plain(String level, String title, String text) {
    return "::"
        + level
        + " title="
        + property(cut(title, MAX_TITLE))
        + "::"
        + data(cut(text, MAX_MESSAGE));
  }

  /// The first commands of a level, the last of them saying how many more there are.
  public static List<String> limited(List<String> commands) {
    if (commands.size() <= MAX_OF_A_LEVEL) {
      return commands;
    }
    List<String> shown = new ArrayList<>(commands.subList(0, MAX_OF_A_LEVEL));
    String last = shown.removeLast();
    shown.add(
        last + data("\n\n+" + (commands.size() - MAX_OF_A_LEVEL) + " more; the report has all"));
    return shown;
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
