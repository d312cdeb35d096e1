package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import dev.concordat.report.github.WorkflowCommands;
import java.util.ArrayList;
import java.util.List;

/// A comparison as GitHub workflow commands, one for each edit, the worst first. GitHub takes ten errors and ten warnings of a
/// step and drops the rest silently, so the tenth says how many there are beside.
public final class ComparisonAnnotations {

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
      boolean isTold = group.isTold() && group.main().acceptance().isEmpty();
      if (isTold) {
        (group.main().counts() ? errors : warnings).add(finding(group));
      }
    }
    List<String> lines = new ArrayList<>(WorkflowCommands.limited(errors));
    lines.addAll(WorkflowCommands.limited(warnings));
    if (lines.isEmpty()) {
      lines.add(WorkflowCommands.plain("notice", title(report), "nothing breaks"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String title(ComparisonReport report) {
    return "concordat " + report.left() + " → " + report.right();
  }

  private static String finding(Group group) {
    Place place = GroupWords.place(group);
    return WorkflowCommands.at(
        GroupWords.level(group),
        GroupWords.repositoryPath(group, place),
        place.line(),
        GroupWords.title(group),
        GroupWords.text(group));
  }

  private static String problem(Problem problem) {
    return WorkflowCommands.at(
        problem.isError() ? "error" : "warning",
        problem.place().file(),
        problem.place().line(),
        problem.rule(),
        problem.message() + (problem.fix().isEmpty() ? "" : "\nfix: " + problem.fix()));
  }

  private static String trouble(Trouble trouble) {
    return WorkflowCommands.plain(
        "error",
        trouble.subject(),
        trouble.message() + (trouble.fix().isEmpty() ? "" : "\nfix: " + trouble.fix()));
  }
}
