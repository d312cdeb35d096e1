package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import java.util.List;
import java.util.function.Predicate;

/// A comparison as Markdown, for the comment of a pull request or the summary of a job. It stays below what GitHub takes for a
/// comment, and says how much is left out.
public final class ComparisonMarkdown {
  /// GitHub takes 65 536 characters for a comment.
  private static final int MAX_CHARACTERS = 60_000;

  private final StringBuilder text = new StringBuilder();

  private ComparisonMarkdown() {}

  /// The whole comment, ending in a line end.
  public static String of(ComparisonReport report) {
    return new ComparisonMarkdown().write(report);
  }

  private String write(ComparisonReport report) {
    text.append("### ").append(icon(report)).append(' ');
    text.append(Verdicts.sentence(report)).append(": ");
    text.append(MarkdownText.code(report.left())).append(" → ");
    text.append(MarkdownText.code(report.right())).append("\n\n");
    report.pairs().stream()
        .limit(1)
        .forEach(pair -> text.append(MarkdownText.plain(Verdicts.pairs(report))).append("\n\n"));
    report.pairs().forEach(this::version);
    report.troubles().forEach(this::trouble);
    report.problems().forEach(this::problem);
    List<Group> groups = Group.of(report);
    section("", groups, group -> group.main().counts(), true);
    for (Impact impact :
        List.of(
            Impact.BREAKS,
            Impact.UNKNOWN,
            Impact.MISREAD,
            Impact.POLICY,
            Impact.RISKY,
            Impact.MEANING,
            Impact.CLIENT_CODE)) {
      section(
          heading(impact),
          groups,
          group ->
              group.difference().impact() == impact
                  && !group.main().counts()
                  && group.main().acceptance().isEmpty(),
          false);
    }
    section("Accepted", groups, group -> group.main().acceptance().isPresent(), false);
    long safe = Verdicts.safe(report);
    if (safe > 0) {
      text.append(Impact.SAFE.counted(safe)).append(".\n");
    }
    report.notes().forEach(note -> text.append("\n").append(MarkdownText.plain(note)).append('\n'));
    return text.toString();
  }

  private static String icon(ComparisonReport report) {
    return switch (report.verdict()) {
      case HOLDS -> "✅";
      case FINDINGS -> "❌";
      case BAD_INPUT, NO_ENVIRONMENT, INTERNAL_ERROR -> "⚠️";
    };
  }

  private static String heading(Impact impact) {
    return switch (impact) {
      case BREAKS -> "Breaks that do not count here";
      case UNKNOWN -> "Undecided, and not counted here";
      case MISREAD -> "Misread, and not counted here";
      case POLICY -> "Broken promises that do not count here";
      case RISKY -> "Risky";
      case MEANING -> "Means something else";
      case CLIENT_CODE -> "Changes client code";
      case SAFE -> "Safe";
    };
  }

  private void version(ComparedPair pair) {
    VersionText.line(pair).ifPresent(line -> text.append(MarkdownText.plain(line)).append("\n\n"));
  }

  private void trouble(Trouble trouble) {
    text.append("- ")
        .append(MarkdownText.code(trouble.subject()))
        .append(' ')
        .append(MarkdownText.plain(trouble.message()));
    fix(trouble.fix());
  }

  private void problem(Problem problem) {
    text.append("- ")
        .append(MarkdownText.code(problem.place().toString()))
        .append(' ')
        .append(MarkdownText.plain(problem.message()));
    fix(problem.fix());
  }

  private void fix(String fix) {
    text.append(fix.isEmpty() ? "" : ". Fix: " + MarkdownText.plain(fix)).append("\n\n");
  }

  private void section(
      String heading, List<Group> groups, Predicate<Group> isMember, boolean isFull) {
    List<Group> members = groups.stream().filter(isMember).toList();
    if (members.isEmpty()) {
      return;
    }
    if (!heading.isEmpty()) {
      text.append("#### ").append(heading).append("\n\n");
    }
    long left = 0;
    for (Group group : members) {
      String each = isFull ? MarkdownGroup.full(group) : MarkdownGroup.line(group);
      if (text.length() + each.length() > MAX_CHARACTERS) {
        left += group.size();
      } else {
        text.append(each);
      }
    }
    if (left > 0) {
      text.append("\nand ").append(left).append(" more; the JSON report has them\n");
    }
    text.append('\n');
  }
}
