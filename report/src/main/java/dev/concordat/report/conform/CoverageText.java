package dev.concordat.report.conform;

import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.conform.OperationCoverage.Outcome;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The table of operations and the outcomes that they were brought to.
final class CoverageText {
  private static final int MAX_OPERATIONS = 40;
  private static final int MAX_TITLE = 60;
  private static final int MIN_TITLE = 20;
  private static final int MAX_LINE = 300;

  private final Style style;
  private final int width;
  private final boolean isAll;

  CoverageText(Style style, int width, boolean isAll) {
    this.style = style;
    this.width = width;
    this.isAll = isAll;
  }

  List<String> lines(List<OperationCoverage> operations) {
    List<String> lines = new ArrayList<>();
    lines.add(style.strong("what was reached"));
    int column =
        operations.stream()
            .mapToInt(operation -> operation.title().length())
            .max()
            .orElse(MIN_TITLE);
    int titles = Math.clamp(column, MIN_TITLE, Math.clamp(width / 2, MIN_TITLE, MAX_TITLE));
    List<OperationCoverage> shown = shown(operations);
    shown.forEach(operation -> lines.addAll(lines(operation, titles)));
    if (shown.size() < operations.size()) {
      lines.add(
          "  and "
              + Words.count(operations.size() - shown.size(), "more operation")
              + "; --all shows them");
    }
    return lines;
  }

  /// Those that were not tested come first where not all can be shown.
  private List<OperationCoverage> shown(List<OperationCoverage> operations) {
    if (isAll || operations.size() <= MAX_OPERATIONS) {
      return operations;
    }
    List<OperationCoverage> ordered = new ArrayList<>(operations);
    ordered.sort((a, b) -> Boolean.compare(a.untested().isEmpty(), b.untested().isEmpty()));
    return ordered.subList(0, MAX_OPERATIONS);
  }

  private List<String> lines(OperationCoverage operation, int column) {
    List<String> lines = new ArrayList<>();
    String mark = operation.untested().isEmpty() ? style.good("✓") : style.warn("⚠");
    String title = Words.shown(operation.title(), column + 1);
    lines.add(
        "  "
            + mark
            + " "
            + title
            + " ".repeat(Math.max(0, column - title.length()))
            + "  "
            + reached(operation));
    if (!operation.untested().isEmpty()) {
      lines.add(
          "      " + style.warn("not tested: ") + Words.shown(operation.untested(), MAX_LINE));
    }
    for (Outcome outcome : operation.outcomes()) {
      if (outcome.count() == 0 && !outcome.unreached().isEmpty()) {
        lines.add(
            "      "
                + style.faint("never " + outcome.status() + ": ")
                + Words.shown(outcome.unreached(), MAX_LINE));
      }
    }
    return lines;
  }

  private String reached(OperationCoverage operation) {
    String met =
        operation.outcomes().stream()
            .filter(outcome -> outcome.count() > 0)
            .map(
                outcome ->
                    (outcome.isDocumented()
                            ? outcome.status()
                            : style.bad(outcome.status() + " (undocumented)"))
                        + " ×"
                        + outcome.count())
            .collect(Collectors.joining(" · "));
    String never =
        operation.outcomes().stream()
            .filter(outcome -> outcome.count() == 0)
            .map(Outcome::status)
            .collect(Collectors.joining(", "));
    return (met.isEmpty() ? style.faint("no answer") : met)
        + (never.isEmpty() ? "" : style.faint("   never " + never));
  }
}
