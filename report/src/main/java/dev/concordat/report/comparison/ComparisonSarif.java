package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A comparison as SARIF 2.1.0 (OASIS standard), with what GitHub's code scanning asks for: one result for each edit, at its
/// place in the new contract or else in the old one, with a fingerprint that stays while the rule and the position do.
public final class ComparisonSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /// GitHub refuses more.
  private static final int MAX_RESULTS = 25_000;

  private ComparisonSarif() {}

  /// The log as one object.
  public static JsonObject of(ComparisonReport report) {
    List<Group> groups =
        Group.of(report).stream()
            .filter(group -> group.difference().impact() != Impact.SAFE)
            .limit(MAX_RESULTS)
            .toList();
    List<Rule> rules = groups.stream().map(group -> group.difference().rule()).distinct().toList();
    boolean hasSeveralPairs = report.pairs().size() > 1;
    List<JsonValue> results = new ArrayList<>();
    groups.forEach(group -> results.add(SarifResult.of(group, rules, hasSeveralPairs)));
    JsonObject run =
        new Members()
            .put("tool", new Members().put("driver", driver(rules)).object())
            .put("automationDetails", new Members().put("id", automationId(report)).object())
            .put("columnKind", "utf16CodeUnits")
            .list("invocations", List.of(invocation(report)), value -> value)
            .list("results", results, value -> value)
            .object();
    return new Members()
        .put("$schema", SCHEMA)
        .put("version", "2.1.0")
        .list("runs", List.of(run), value -> value)
        .object();
  }

  /// The same for every comparison of these two names, so that a newer one replaces it.
  private static String automationId(ComparisonReport report) {
    return "concordat/" + JsonReport.word(report.question()) + "/" + report.right() + "/";
  }

  private static JsonObject driver(List<Rule> rules) {
    return new Members()
        .put("name", "Concordat")
        .list("rules", rules, ComparisonSarif::rule)
        .object();
  }

  private static JsonValue rule(Rule rule) {
    String help = rule.meaning() + "\n\nTo fix it: " + rule.fix();
    return new Members()
        .put("id", rule.id())
        .put("shortDescription", text(rule.title()))
        .put("fullDescription", text(rule.meaning()))
        .put(
            "help",
            text(help)
                .with(
                    "markdown",
                    new JsonString(
                        rule.meaning()
                            + "\n\n**To fix it:** "
                            + rule.fix()
                            + "\n\n`concordat explain "
                            + rule.id()
                            + "`")))
        .put(
            "properties",
            new Members()
                .texts("tags", List.of("contract", rule.proof().word()))
                .put("problem.severity", "error")
                .object())
        .object();
  }

  static JsonObject text(String text) {
    return new Members().put("text", text).object();
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
        .put("message", text(trouble.subject() + ": " + trouble.message()))
        .object();
  }

  private static JsonValue notification(Problem problem) {
    return new Members()
        .put("level", problem.severity().name().toLowerCase(Locale.ROOT))
        .put("message", text(problem.place() + ": " + problem.message()))
        .object();
  }
}
