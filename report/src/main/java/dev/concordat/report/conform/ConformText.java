package dev.concordat.report.conform;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.Notice;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;

/// A run against one provider as lines for a terminal: the verdict, every fault with the requests that show it, then what was
/// reached and what the contract's owner should know.
public final class ConformText {
  private static final int MAX_FINDINGS = 40;
  private static final int MAX_NOTICES = 20;
  private static final int MAX_LINE = 500;

  private final Style style;
  private final int width;
  private final boolean isAll;

  /// @param width columns of the terminal
  /// @param isAll whether every finding, notice and operation is shown
  public ConformText(Style style, int width, boolean isAll) {
    this.style = style;
    this.width = width;
    this.isAll = isAll;
  }

  /// The whole report, ending in a line end.
  public String render(ConformReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(report));
    if (!report.trouble().isEmpty()) {
      lines.add("    " + Words.shown(report.trouble(), MAX_LINE));
      return String.join("\n", lines) + "\n";
    }
    lines.add("  " + ConformWords.extent(report));
    String shortfall = ConformWords.shortfall(report.ending());
    if (!shortfall.isEmpty()) {
      lines.add("  " + style.warn("not everything that was planned was tried") + ": " + shortfall);
    }
    lines.addAll(new RecalledText(style, isAll).lines(report.recalled()));
    findings(report, lines);
    lines.add("");
    lines.addAll(new CoverageText(style, width, isAll).lines(report.coverage()));
    notices(report.notices(), lines);
    return String.join("\n", lines) + "\n";
  }

  private String verdict(ConformReport report) {
    String sentence = ConformWords.verdict(report);
    String signed =
        report.verdict() != Verdict.HOLDS
            ? style.bad("✗ " + sentence)
            : report.requests() == 0 ? style.warn("⚠ " + sentence) : style.good("✓ " + sentence);
    String title = report.title().isEmpty() ? report.contract() : report.title();
    return signed + ": " + Words.shown(title + " at " + report.provider(), MAX_LINE);
  }

  private void findings(ConformReport report, List<String> lines) {
    List<ConformFinding> all = report.findings();
    int shown = isAll ? all.size() : Math.min(MAX_FINDINGS, all.size());
    var text = new FindingText(style);
    for (ConformFinding finding : all.subList(0, shown)) {
      lines.add("");
      lines.addAll(text.lines(finding));
    }
    if (shown < all.size()) {
      lines.add("");
      lines.add(
          "and "
              + Words.count(all.size() - shown, "more finding")
              + "; --all shows them, --format json has them");
    }
  }

  private void notices(List<Notice> all, List<String> lines) {
    if (all.isEmpty()) {
      return;
    }
    int shown = isAll ? all.size() : Math.min(MAX_NOTICES, all.size());
    lines.add("");
    lines.add(style.strong("for the contract's owner"));
    for (Notice notice : all.subList(0, shown)) {
      String where =
          notice.sentence().map(sentence -> "  " + sentence.place().shortForm()).orElse("");
      lines.add(
          "  "
              + style.warn(notice.kind())
              + "  "
              + style.strong(notice.operation())
              + "  "
              + Words.shown(notice.message(), MAX_LINE)
              + style.faint(where));
      notice
          .addition()
          .lines()
          .forEach(line -> lines.add("      " + style.good("+ " + Words.shown(line, MAX_LINE))));
    }
    if (shown < all.size()) {
      lines.add("  and " + (all.size() - shown) + " more; --all shows them");
    }
  }
}
