package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.comparison.VersionAdvice;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A comparison as JSON, as `docs/reference/comparison.schema.json` describes it. Members are only ever added; {@link #FORMAT}
/// changes when one changes its meaning.
public final class ComparisonJson {
  /// The format's number, in the member `format`.
  public static final int FORMAT = 1;

  private ComparisonJson() {}

  /// The whole comparison as one object.
  public static JsonObject of(ComparisonReport report) {
    Members members =
        new Members()
            .put("format", FORMAT)
            .put("question", JsonReport.word(report.question()))
            .put("verdict", JsonReport.word(report.verdict()))
            .put("exitCode", report.verdict().exitCode())
            .put("holds", report.verdict().exitCode() == 0)
            .put("breaking", report.isBreaking())
            .put("countedBy", countedBy(report.counting()))
            .put("left", side(report, report.left(), true))
            .put("right", side(report, report.right(), false))
            .put("tally", tally(report.tally()))
            .put("counts", counts(report))
            .put("differences", differences(report));
    if (report.pairs().size() == 1) {
      members.maybe("suggestedVersion", onlyPair(report).version(), ComparisonJson::version);
    }
    return members
        .list("comparisons", report.pairs(), ComparisonJson::pair)
        .put("problems", problems(report))
        .list("troubles", report.troubles(), JsonReport::trouble)
        .texts("notes", report.notes())
        .millis("duration", report.duration())
        .object();
  }

  /// What makes it not hold: impacts, or the levels of another tool.
  private static JsonObject countedBy(Counting counting) {
    return switch (counting) {
      case Counting.ByImpact(Set<Impact> impacts) ->
          new Members()
              .texts("impacts", impacts.stream().sorted().map(Impact::word).toList())
              .object();
      case Counting.ByLevels(String tool, List<String> levels) ->
          new Members().put("tool", tool).texts("levels", levels).object();
    };
  }

  private static ComparedPair onlyPair(ComparisonReport report) {
    return report.pairs().getFirst();
  }

  /// What the user named; where that is one contract, what it calls itself.
  private static JsonObject side(ComparisonReport report, String named, boolean isLeft) {
    JsonObject side = new Members().put("named", named).object();
    if (report.pairs().size() != 1) {
      return side;
    }
    ComparedPair pair = onlyPair(report);
    JsonObject subject = subject(isLeft ? pair.comparison().left() : pair.comparison().right());
    for (int at = 0; at < subject.size(); at++) {
      side = side.with(subject.nameAt(at), subject.valueAt(at));
    }
    return side;
  }

  private static JsonObject subject(Subject subject) {
    return new Members()
        .put("role", subject.role())
        .put("file", subject.file())
        .put("kind", subject.kind())
        .put("title", subject.title())
        .put("version", subject.version())
        .object();
  }

  private static JsonObject tally(Tally tally) {
    return new Members()
        .put("positions", tally.all())
        .put("proved", tally.proved())
        .put("broken", tally.broken())
        .put("undecided", tally.undecided())
        .object();
  }

  private static JsonObject counts(ComparisonReport report) {
    Members counts = new Members();
    for (Impact impact : Impact.values()) {
      counts.put(
          impact.word(),
          report.judged().filter(each -> each.difference().impact() == impact).count());
    }
    return counts
        .put("accepted", report.judged().filter(each -> each.acceptance().isPresent()).count())
        .object();
  }

  private static JsonArray differences(ComparisonReport report) {
    var all = new ArrayList<JsonValue>();
    for (int number = 0; number < report.pairs().size(); number++) {
      ComparedPair pair = report.pairs().get(number);
      for (var judged : pair.differences()) {
        all.add(DifferenceJson.of(judged, pair, number));
      }
    }
    return new JsonArray(all);
  }

  private static JsonValue pair(ComparedPair pair) {
    return new Members()
        .put("left", subject(pair.comparison().left()))
        .put("right", subject(pair.comparison().right()))
        .put("holds", pair.holds())
        .put("differences", pair.differences().size())
        .put("tally", tally(pair.comparison().tally()))
        .maybe("suggestedVersion", pair.version(), ComparisonJson::version)
        .object();
  }

  private static JsonValue version(VersionAdvice advice) {
    return new Members()
        .put("step", advice.needed().word())
        .put("why", advice.why())
        .put("before", advice.before())
        .put("stated", advice.stated())
        .maybe("suggested", advice.suggested(), JsonString::new)
        .put("enough", advice.isEnough())
        .object();
  }

  private static JsonArray problems(ComparisonReport report) {
    List<Problem> all = new ArrayList<>(report.problems());
    report.pairs().forEach(pair -> all.addAll(pair.comparison().problems()));
    return Members.array(all, ComparisonJson::problem);
  }

  private static JsonValue problem(Problem problem) {
    return new Members()
        .put("rule", problem.rule())
        .put("severity", JsonReport.word(problem.severity()))
        .put("message", problem.message())
        .put("fix", problem.fix())
        .put("place", JsonReport.place(problem.place()))
        .object();
  }
}
