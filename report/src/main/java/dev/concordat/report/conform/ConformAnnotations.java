package dev.concordat.report.conform;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.place.Place;
import dev.concordat.report.github.WorkflowCommands;
import java.util.ArrayList;
import java.util.List;

/// A run against one provider as GitHub workflow commands, one for each finding, the worst first.
public final class ConformAnnotations {
  private ConformAnnotations() {}

  /// The commands, one on each line; a single notice where nothing is found.
  public static String of(ConformReport report) {
    List<String> errors = new ArrayList<>();
    List<String> others = new ArrayList<>();
    String title = "concordat conform " + report.contract();
    if (!report.trouble().isEmpty()) {
      errors.add(WorkflowCommands.plain("error", title, report.trouble()));
    }
    for (ConformFinding finding : report.findings()) {
      (finding.isFlaky() ? others : errors).add(of(report, finding));
    }
    List<String> lines = new ArrayList<>(WorkflowCommands.limited(errors));
    lines.addAll(WorkflowCommands.limited(others));
    if (lines.isEmpty()) {
      lines.add(WorkflowCommands.plain("notice", title, ConformWords.extent(report)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String of(ConformReport report, ConformFinding finding) {
    Place place = ConformWords.place(report, finding);
    return WorkflowCommands.at(
        finding.isFlaky() ? "warning" : "error",
        place.file(),
        place.line(),
        ConformWords.headline(finding),
        ConformWords.text(finding));
  }
}
