package dev.concordat.report.fidelity;

import dev.concordat.model.fidelity.FidelityFinding;
import dev.concordat.model.fidelity.FidelityReport;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;

/// What happened between two ends as lines for a terminal: the verdict, then every kind of damage with what was sent and
/// what was received.
public final class FidelityText {
  private static final int MAX_FINDINGS = 40;
  private static final int MAX_VALUE = 300;

  private final Style style;
  private final boolean isAll;

  /// @param isAll whether every finding and every harmless rewriting is shown
  public FidelityText(Style style, boolean isAll) {
    this.style = style;
    this.isAll = isAll;
  }

  /// The whole report, ending in a line end.
  public String render(FidelityReport report) {
    var lines = new ArrayList<String>();
    lines.add(verdict(report));
    List<FidelityFinding> findings = report.findings();
    int shown = isAll ? findings.size() : Math.min(MAX_FINDINGS, findings.size());
    findings.subList(0, shown).forEach(finding -> finding(finding, report, lines));
    if (shown < findings.size()) {
      lines.add("");
      lines.add(
          "and " + Words.count(findings.size() - shown, "more finding") + "; --all shows them");
    }
    rewritings(report, lines);
    return String.join("\n", lines) + "\n";
  }

  private String verdict(FidelityReport report) {
    String between = report.near() + " and " + report.far();
    if (report.findings().isEmpty() && report.exchanges() == 0) {
      return style.bad("✗ the two recordings have no exchange in common") + ": " + between;
    }
    String held = Words.count(report.exchanges(), "exchange") + " in " + between;
    return report.findings().isEmpty()
        ? style.good("✓ what was sent is what was received") + ": " + held
        : style.bad("✗ " + Words.count(report.findings().size(), "finding")) + ": " + held;
  }

  private void finding(FidelityFinding finding, FidelityReport report, List<String> lines) {
    boolean isRequest = finding.message() == FidelityFinding.Direction.REQUEST;
    lines.add("");
    lines.add(
        style.bad("✗ " + finding.rule().id())
            + "   "
            + style.strong(Words.shown(finding.operation(), MAX_VALUE))
            + "   "
            + Words.shown(finding.place(), MAX_VALUE));
    lines.add(
        "    sent      "
            + value(finding.sent())
            + entry(isRequest ? report.near() : report.far(), finding.sentEntry()));
    lines.add(
        "    received  "
            + value(finding.received())
            + entry(isRequest ? report.far() : report.near(), finding.receivedEntry()));
    lines.add("    what      " + finding.rule().title());
    lines.add("    fix       " + finding.rule().fix());
    if (finding.messages() > 1) {
      lines.add("    messages  " + finding.messages());
    }
  }

  private static String value(String text) {
    return text.isEmpty() ? "(nothing)" : Words.shown(text, MAX_VALUE);
  }

  private String entry(String file, int number) {
    return number == 0 ? "" : style.faint("   " + file + " entry " + number);
  }

  private void rewritings(FidelityReport report, List<String> lines) {
    if (report.rewritings().isEmpty()) {
      return;
    }
    lines.add("");
    int all = report.rewritings().stream().mapToInt(FidelityReport.Rewriting::count).sum();
    lines.add(
        Words.count(all, "place")
            + " written otherwise with the same meaning"
            + (isAll ? ":" : "; --all shows them"));
    if (isAll) {
      report.rewritings().forEach(each -> lines.add("    " + each.count() + " × " + each.words()));
    }
  }
}
