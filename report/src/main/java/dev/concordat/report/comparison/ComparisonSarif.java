package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;
import dev.concordat.report.sarif.SarifLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A comparison as SARIF 2.1.0 (OASIS standard), with what GitHub's code scanning asks for: one result for each edit, at its
/// place in the new contract or else in the old one, with a fingerprint that stays while the rule and the position do.
public final class ComparisonSarif {
  private ComparisonSarif() {}

  /// The log as one object.
  public static JsonObject of(ComparisonReport report) {
    List<Group> groups =
        Group.of(report).stream().filter(Group::isTold).limit(SarifLog.MAX_RESULTS).toList();
    List<Rule> rules = groups.stream().map(group -> group.difference().rule()).distinct().toList();
    boolean hasSeveralPairs = report.pairs().size() > 1;
    List<JsonValue> results = new ArrayList<>();
    groups.forEach(group -> results.add(SarifResult.of(group, rules, hasSeveralPairs)));
    return SarifLog.of(automationId(report), rules, invocation(report), results);
  }

  /// The same for every comparison of these two names, so that a newer one replaces it.
  private static String automationId(ComparisonReport report) {
    return "concordat/" + JsonReport.word(report.question()) + "/" + report.right() + "/";
  }

  private static JsonValue invocation(ComparisonReport report) {
    List<JsonValue> notifications = new ArrayList<>();
    report.troubles().forEach(trouble -> notifications.add(notification(trouble)));
    report.problems().forEach(problem -> notifications.add(notification(problem)));
    boolean isDone = report.verdict() == Verdict.HOLDS || report.verdict() == Verdict.FINDINGS;
    return new Members()
        .put("executionSuccessful", isDone)
        .put("exitCode", report.verdict().exitCode())
        .list("toolExecutionNotifications", notifications, value -> value)
        .object();
  }

  private static JsonValue notification(Trouble trouble) {
    return new Members()
        .put("level", "error")
        .put("message", SarifLog.text(trouble.subject() + ": " + trouble.message()))
        .object();
  }

  private static JsonValue notification(Problem problem) {
    return new Members()
        .put("level", problem.severity().name().toLowerCase(Locale.ROOT))
        .put("message", SarifLog.text(problem.place() + ": " + problem.message()))
        .object();
  }
}
