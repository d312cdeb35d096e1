package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.TroubleText;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A comparison as lines for a terminal, from the verdict to the detail: what breaks and for whom, what could not be decided,
/// what else changed.
public final class ComparisonText {
  /// Groups of findings that are shown in full. GitHub's description has thousands of positions.
  private static final int MAX_FINDINGS = 40;

  /// Groups of each other impact.
  private static final int MAX_OTHERS = 10;

  private static final int MAX_LINE = 500;

  private final Style style;
  private final int width;
  private final boolean isAll;

  /// @param width columns of the terminal
  /// @param isAll whether everything is shown, safe changes included
  public ComparisonText(Style style, int width, boolean isAll) {
    this.style = style;
    this.width = width;
    this.isAll = isAll;
  }

  /// The whole report, ending in a line end.
  public String render(ComparisonReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(report));
    if (!report.pairs().isEmpty()) {
      lines.add("  " + Words.shown(Verdicts.pairs(report), MAX_LINE));
    }
    if (isAll && report.pairs().size() > 1) {
      report
          .pairs()
          .forEach(pair -> lines.add("    " + Words.shown(Verdicts.pair(pair), MAX_LINE)));
    }
    consumers(lines, report);
    report
        .pairs()
        .forEach(pair -> VersionText.line(pair).ifPresent(text -> lines.add("  " + text)));
    for (Trouble trouble : report.troubles()) {
      lines.add("");
      lines.addAll(new TroubleText(style).lines(trouble));
    }
    List<Group> groups = Group.of(report);
    GroupText text = new GroupText(style, width, report.pairs().size() > 1, report.counting());
    section(lines, groups, text, group -> group.main().counts(), MAX_FINDINGS, "finding");
    for (Impact impact : Impact.values()) {
      boolean isShown = isAll || impact != Impact.SAFE;
      if (isShown) {
        section(
            lines,
            groups,
            text,
            group -> isBeside(group.main()) && group.difference().impact() == impact,
            MAX_OTHERS,
            impact.word() + " change");
      }
    }
    section(
        lines,
        groups,
        text,
        group -> group.main().acceptance().isPresent(),
        MAX_OTHERS,
        "accepted change");
    closing(lines, report);
    return String.join("\n", lines) + "\n";
  }

  private static boolean isBeside(Judged judged) {
    return !judged.counts() && judged.acceptance().isEmpty();
  }

  private String verdict(ComparisonReport report) {
    String sentence = Verdicts.sentence(report);
    String signed =
        report.verdict() == Verdict.HOLDS
            ? style.good("✓ " + sentence)
            : style.bad("✗ " + sentence);
    return signed + ": " + Words.shown(report.left() + " → " + report.right(), MAX_LINE);
  }

  /// How many findings each known consumer meets.
  private void consumers(List<String> lines, ComparisonReport report) {
    Map<String, Long> perConsumer =
        report
            .judged()
            .filter(Judged::counts)
            .flatMap(each -> each.difference().affected().stream())
            .filter(each -> each.impact().isFinding())
            .collect(
                Collectors.groupingBy(Affected::consumer, TreeMap::new, Collectors.counting()));
    if (!perConsumer.isEmpty()) {
      lines.add(
          "  affects "
              + perConsumer.entrySet().stream()
                  .map(entry -> style.warn(entry.getKey()) + " " + entry.getValue())
                  .collect(Collectors.joining(" · ")));
    }
  }

  private void section(
      List<String> lines,
      List<Group> groups,
      GroupText text,
      Predicate<Group> isMember,
      int limit,
      String noun) {
    List<Group> members = groups.stream().filter(isMember).toList();
    int shown = isAll ? members.size() : Math.min(limit, members.size());
    for (Group group : members.subList(0, shown)) {
      lines.add("");
      lines.addAll(text.lines(group));
    }
    if (shown < members.size()) {
      long more = 0;
      for (Group group : members.subList(shown, members.size())) {
        more += group.size();
      }
      lines.add("");
      lines.add(
          "and "
              + Words.count(more, "more " + noun)
              + "; --all shows them, --format json has them");
    }
  }

  private void closing(List<String> lines, ComparisonReport report) {
    long safe = Verdicts.safe(report);
    List<String> last = new ArrayList<>();
    if (safe > 0 && !isAll) {
      last.add(Words.count(safe, "safe change") + "; --all shows them");
    }
    report.notes().forEach(note -> last.add(style.faint("note  ") + note));
    if (!last.isEmpty()) {
      lines.add("");
      lines.addAll(last);
    }
  }
}
