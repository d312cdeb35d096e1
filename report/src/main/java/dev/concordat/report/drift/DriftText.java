package dev.concordat.report.drift;

import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.CheckedStub.State;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.NeverSeen;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.drift.Reliance;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.terminal.SentenceText;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A check of stubs as lines for a terminal: the verdict, each lie with what shows it, the tests that rely on it, then what
/// could not be checked.
public final class DriftText {
  private static final int MAX_STUBS = 40;
  private static final int MAX_OTHERS = 40;
  private static final int MAX_OPEN = 20;
  private static final int MAX_LINE = 400;
  private static final int MAX_BODY = 300;
  private static final int MAX_RELIANCES = 6;

  private final Style style;
  private final boolean isAll;

  /// @param isAll whether everything is shown
  public DriftText(Style style, boolean isAll) {
    this.style = style;
    this.isAll = isAll;
  }

  /// The whole report, ending in a line end.
  public String render(DriftReport report) {
    List<String> lines = new ArrayList<>();
    String verdict = DriftWords.verdict(report);
    lines.add(
        report.verdict() == Verdict.HOLDS ? style.good("✓ " + verdict) : style.bad("✗ " + verdict));
    if (!report.trouble().isEmpty()) {
      lines.add("    " + Words.shown(report.trouble(), MAX_LINE));
      return String.join("\n", lines) + "\n";
    }
    report.misledTests().forEach(test -> lines.add("    " + Words.shown(test, MAX_LINE)));
    lines.add("  " + Words.shown(DriftWords.extent(report), MAX_LINE));
    stubs(report, lines);
    others(report, lines);
    open(report, lines);
    noise(report.noise(), lines);
    neverSeen(report.neverSeen(), lines);
    report.notices().forEach(notice -> lines.add(style.warn("⚠ ") + Words.shown(notice, MAX_LINE)));
    return String.join("\n", lines) + "\n";
  }

  private void stubs(DriftReport report, List<String> lines) {
    List<CheckedStub> lying = report.in(State.LIES);
    for (CheckedStub stub : shown(lying, MAX_STUBS)) {
      lines.add("");
      lines.add(
          style.bad("✗ " + Words.shown(stub.title(), MAX_LINE))
              + "   "
              + style.faint(stub.kind() + "  " + stub.place().shortForm())
              + (stub.request().equals(stub.title())
                  ? ""
                  : "   " + Words.shown(stub.request(), MAX_LINE)));
      stub.lies().forEach(lie -> finding(lie, lines));
      reliances(stub.reliedOnBy(), lines);
    }
    more(lying.size(), MAX_STUBS, "mock that lies", "mocks that lie", lines);
  }

  private void reliances(List<Reliance> all, List<String> lines) {
    for (Reliance reliance : shown(all, MAX_RELIANCES)) {
      lines.add(
          detail(
              reliance.isTest() ? "test" : "used by",
              reliance.place().shortForm() + "  " + Words.shown(reliance.how(), MAX_LINE)));
    }
    if (!isAll && all.size() > MAX_RELIANCES) {
      lines.add(detail("", "and " + (all.size() - MAX_RELIANCES) + " more"));
    }
  }

  private void others(DriftReport report, List<String> lines) {
    List<DriftFinding> all = report.others();
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(style.strong("not a mock's fault"));
    shown(all, MAX_OTHERS)
        .forEach(
            finding -> {
              lines.add(
                  "  "
                      + style.strong(finding.operation())
                      + "  "
                      + Words.shown(finding.subject(), MAX_LINE));
              finding(finding, lines);
            });
    more(all.size(), MAX_OTHERS, "such thing", "such things", lines);
  }

  private void finding(DriftFinding finding, List<String> lines) {
    String pointer = finding.pointer().isEmpty() ? "" : style.strong(finding.pointer()) + "  ";
    lines.add(
        "    "
            + style.bad(finding.rule().id())
            + "  "
            + pointer
            + Words.shown(finding.message(), MAX_LINE));
    lines.add(detail("says", SentenceText.styled(finding.said(), style, MAX_LINE)));
    finding
        .contract()
        .filter(sentence -> !sentence.place().equals(finding.said().place()))
        .ifPresent(
            sentence ->
                lines.add(detail("contract", SentenceText.styled(sentence, style, MAX_LINE))));
    for (Shown shown : finding.evidence()) {
      if (!shown.what().startsWith("the stub's")) {
        lines.add(
            detail(
                "shown by",
                Words.shown(
                    shown.request().method()
                        + " "
                        + shown.request().target()
                        + shown.response().map(DriftText::answer).orElse(""),
                    MAX_LINE)));
      }
    }
  }

  private static String answer(HttpResponseMessage response) {
    return " → " + response.status() + "  " + Words.shown(response.body().utf8(), MAX_BODY);
  }

  private void open(DriftReport report, List<String> lines) {
    List<CheckedStub> all =
        report.stubs().stream()
            .filter(
                stub ->
                    stub.state() == State.NOT_CHECKED || (isAll && !stub.notChecked().isEmpty()))
            .toList();
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(style.strong("not checked"));
    for (CheckedStub stub : shown(all, MAX_OPEN)) {
      String why = String.join("; ", stub.notChecked());
      lines.add(
          "  "
              + style.warn("⚠ ")
              + Words.shown(stub.title(), MAX_LINE)
              + "  "
              + style.faint(stub.place().shortForm())
              + "  "
              + Words.shown(why.isEmpty() ? "nothing speaks of it" : why, MAX_LINE));
    }
    more(all.size(), MAX_OPEN, "mock", "mocks", lines);
  }

  private void noise(List<NoiseRule> all, List<String> lines) {
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    if (!isAll) {
      lines.add(
          style.faint(
              Words.count(all.size(), "place")
                  + " where true answers differ; --all shows them, --learn-noise FILE keeps them"));
      return;
    }
    lines.add(style.strong("where true answers differ"));
    all.forEach(
        rule ->
            lines.add(
                "  "
                    + rule.operation()
                    + "  "
                    + rule.at()
                    + "  "
                    + rule.kind().word()
                    + "  "
                    + style.faint(Words.shown(rule.why(), MAX_LINE))));
  }

  private void neverSeen(List<NeverSeen> all, List<String> lines) {
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(style.strong("documented, and never seen"));
    shown(all, MAX_OPEN)
        .forEach(
            each ->
                lines.add(
                    "  "
                        + each.operation()
                        + "  "
                        + each.what()
                        + "  "
                        + style.faint(each.sentence().place().shortForm())));
    more(all.size(), MAX_OPEN, "such sentence", "such sentences", lines);
  }

  private <T> List<T> shown(List<T> all, int limit) {
    return isAll ? all : all.subList(0, Math.min(limit, all.size()));
  }

  private void more(int all, int limit, String one, String many, List<String> lines) {
    if (!isAll && all > limit) {
      int rest = all - limit;
      lines.add("and " + rest + " more " + (rest == 1 ? one : many) + "; --all shows them");
    }
  }

  private String detail(String label, String text) {
    return "      " + style.faint(String.format(Locale.ROOT, "%-9s", label)) + text;
  }
}
