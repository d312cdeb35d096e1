package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.Tally;
import dev.concordat.report.terminal.Words;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The first lines of a report: how it ended, and what was compared.
final class Verdicts {
  private Verdicts() {}

  /// `3 breaks, 1 undecided`, `nothing breaks`.
  static String sentence(ComparisonReport report) {
    boolean isDiff = report.question() == Question.DIFF;
    return switch (report.verdict()) {
      case HOLDS -> (isDiff ? nothing(report) : "they fit") + byLevels(report) + beside(report);
      case FINDINGS -> (isDiff ? "" : "they do not fit: ") + counting(report);
      case BAD_INPUT -> "not everything could be compared";
      case NO_ENVIRONMENT, INTERNAL_ERROR -> "Concordat itself failed; please report this";
    };
  }

  private static String nothing(ComparisonReport report) {
    boolean hasConsumers =
        report.judged().anyMatch(each -> !each.difference().affected().isEmpty());
    return hasConsumers ? "no known consumer breaks" : "nothing breaks";
  }

  private static String beside(ComparisonReport report) {
    long accepted = report.judged().filter(each -> each.acceptance().isPresent()).count();
    return accepted == 0 ? "" : " that is not accepted";
  }

  /// ` by the levels of oasdiff (ERR)`.
  private static String byLevels(ComparisonReport report) {
    return switch (report.counting()) {
      case Counting.ByImpact ignored -> "";
      case Counting.ByLevels(String tool, List<String> levels) ->
          " by the levels of " + tool + " (" + String.join(", ", levels) + ")";
    };
  }

  /// How many safe changes do not count.
  static long safe(ComparisonReport report) {
    return report
        .judged()
        .filter(each -> !each.counts() && each.difference().impact() == Impact.SAFE)
        .count();
  }

  private static String counting(ComparisonReport report) {
    return switch (report.counting()) {
      case Counting.ByImpact ignored -> countingImpacts(report);
      case Counting.ByLevels levels -> countingLevels(report, levels);
    };
  }

  /// `2 ERR, 1 WARN by the levels of oasdiff`.
  private static String countingLevels(ComparisonReport report, Counting.ByLevels levels) {
    Map<String, Long> counts = new LinkedHashMap<>();
    levels.levels().forEach(level -> counts.put(level, 0L));
    report
        .judged()
        .filter(Judged::counts)
        .map(each -> levels.level(each.difference()).orElse("without a name there"))
        .forEach(level -> counts.merge(level, 1L, Long::sum));
    return counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "))
        + " by the levels of "
        + levels.tool();
  }

  private static String countingImpacts(ComparisonReport report) {
    Map<Impact, Long> counts = new EnumMap<>(Impact.class);
    report
        .judged()
        .filter(Judged::counts)
        .forEach(each -> counts.merge(each.difference().impact(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey().counted(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// `OpenAPI Orders 1.4.0 → 1.5.0 · 42 positions: 38 proved, 3 broken, 1 undecided`; of several pairs their number.
  static String pairs(ComparisonReport report) {
    return report.pairs().size() == 1
        ? pair(report.pairs().getFirst())
        : Words.count(report.pairs().size(), "pair") + " · " + tally(report.tally());
  }

  static String pair(ComparedPair pair) {
    Subject left = pair.comparison().left();
    Subject right = pair.comparison().right();
    String what =
        left.kind().equals(right.kind())
            ? left.kind()
                + spaced(change(left.title(), right.title()))
                + spaced(change(left.version(), right.version()))
            : described(left) + ", " + described(right);
    return what + " · " + tally(pair.comparison().tally());
  }

  private static String described(Subject subject) {
    return subject.kind() + spaced(subject.title()) + spaced(subject.version());
  }

  private static String spaced(String text) {
    return text.isEmpty() ? "" : " " + text;
  }

  private static String change(String before, String after) {
    return before.equals(after) ? before : before + " → " + after;
  }

  private static String tally(Tally tally) {
    String all = Words.count(tally.all(), "position");
    return tally.all() == 0
        ? all
        : all
            + ": "
            + tally.proved()
            + " proved, "
            + tally.broken()
            + " broken, "
            + tally.undecided()
            + " undecided";
  }
}
