package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import java.util.ArrayList;
import java.util.List;

/// A comparison as GitHub workflow commands, one for each edit, the worst first. GitHub takes ten errors and ten warnings of a
/// step and drops the rest silently, so the tenth says how many there are beside.
public final class ComparisonAnnotations {
  private static final int MAX_OF_A_LEVEL = 10;
  private static final int MAX_MESSAGE = 4_000;
  private static final int MAX_TITLE = 200;

  private ComparisonAnnotations() {}

  /// The commands, one on each line; a single notice where nothing is found.
  public static String of(ComparisonReport report) {
    List<String> errors = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    report.troubles().forEach(trouble -> errors.add(trouble(trouble)));
    report
        .problems()
        .forEach(problem -> (problem.isError() ? errors : warnings).add(problem(problem)));
    for (Group group : Group.of(report)) {
      boolean isTold =
          group.difference().impact() != Impact.SAFE && group.main().acceptance().isEmpty();
      if (isTold) {
        (group.main().counts() ? errors : warnings).add(finding(group));
      }
    }
    List<String> lines = new ArrayList<>(limited(errors));
    lines.addAll(limited(warnings));
    if (lines.isEmpty()) {
      lines.add("::notice title=" + property(title(report)) + "::" + data("nothing breaks"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String title(ComparisonReport report) {
    return "concordat " + report.left() + " → " + report.right();
  }

  private static List<String> limited(List<String> commands) {
    if (commands.size() <= MAX_OF_A_LEVEL) {
      return commands;
    }
    List<String> shown = new ArrayList<>(commands.subList(0, MAX_OF_A_LEVEL));
    String last = shown.removeLast();
    shown.add(
        last + data("\n\n+" + (commands.size() - MAX_OF_A_LEVEL) + " more; the report has all"));
    return shown;
  }

  private static String finding(Group group) {
    Place place = GroupWords.place(group);
    return command(
        GroupWords.level(group),
        GroupWords.repositoryPath(group, place),
        place.line(),
        GroupWords.title(group),
        GroupWords.text(group));
  }

  private static String problem(Problem problem) {
    return command(
        problem.isError() ? "error" : "warning",
        problem.place().file(),
        problem.place().line(),
        problem.rule(),
        problem.message() + (problem.fix().isEmpty() ? "" : "\nfix: " + problem.fix()));
  }

  private static String trouble(Trouble trouble) {
    return "::error title="
        + property(trouble.subject())
        + "::"
        + data(trouble.message() + (trouble.fix().isEmpty() ? "" : "\nfix: " + trouble.fix()));
  }

  private static String command(String level, String file, int line, String title, String text) {
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
