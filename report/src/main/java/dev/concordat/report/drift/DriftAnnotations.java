package dev.concordat.report.drift;

import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.place.Place;
import dev.concordat.report.github.WorkflowCommands;
import java.util.ArrayList;
import java.util.List;

/// A check of stubs as GitHub workflow commands, one for each finding, at the line of the stub.
public final class DriftAnnotations {
  private static final String TITLE = "concordat drift";

  private DriftAnnotations() {}

  /// The commands, one on each line; a single notice where nothing is found.
  public static String of(DriftReport report) {
    List<String> errors = new ArrayList<>();
    if (!report.trouble().isEmpty()) {
      errors.add(WorkflowCommands.plain("error", TITLE, report.trouble()));
    }
    for (Placed placed : Placed.all(report)) {
      Place place = placed.finding().said().place();
      errors.add(
          WorkflowCommands.at(
              "error",
              place.file(),
              place.line(),
              DriftWords.headline(placed.finding()),
              placed.text()));
    }
    List<String> lines = new ArrayList<>(WorkflowCommands.limited(errors));
    if (lines.isEmpty()) {
      lines.add(
          WorkflowCommands.plain(
              "notice", TITLE, DriftWords.verdict(report) + ", " + DriftWords.extent(report)));
    }
    return String.join("\n", lines) + "\n";
  }
}
