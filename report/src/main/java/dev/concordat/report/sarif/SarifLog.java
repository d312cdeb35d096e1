package dev.concordat.report.sarif;

import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// A log of SARIF 2.1.0 (OASIS standard) with one run, and what GitHub's code scanning asks for.
public final class SarifLog {
  /// GitHub refuses more results.
  public static final int MAX_RESULTS = 25_000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /// The file is looked for from here, which is the root of the repository.
  private static final String BASE = "%SRCROOT%";

  private SarifLog() {}

  /// The log as one object.
  ///
  /// @param automationId the same for every log that a newer one replaces; ends in `/`
  /// @param rules those that results name by their index
  public static JsonObject of(
      String automationId, List<Rule> rules, JsonValue invocation, List<JsonValue> results) {
    JsonObject run =
        new Members()
            .put("tool", new Members().put("driver", driver(rules)).object())
            .put("automationDetails", new Members().put("id", automationId).object())
            .put("columnKind", "utf16CodeUnits")
            .list("invocations", List.of(invocation), value -> value)
            .list("results", results, value -> value)
            .object();
    return new Members()
        .put("$schema", SCHEMA)
        .put("version", "2.1.0")
        .list("runs", List.of(run), value -> value)
        .object();
  }

  /// A message.
  public static JsonObject text(String text) {
    return new Members().put("text", text).object();
  }

  /// A place in a file of the repository.
  ///
  /// @param path from the repository's root
  public static JsonObject physical(String path, Place place) {
    return new Members()
        .put(
            "artifactLocation", new Members().put("uri", uri(path)).put("uriBaseId", BASE).object())
        .put(
            "region",
            new Members()
                .put("startLine", place.line())
                .put("startColumn", place.column())
                .object())
        .object();
  }

  /// A thing that has a name and no line.
  public static JsonArray logical(String name) {
    return JsonArray.of(new Members().put("fullyQualifiedName", name).object());
  }

  /// A path as a relative URI (RFC 3986).
  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path is always a URI once it is quoted: " + path, e);
    }
  }

  private static JsonObject driver(List<Rule> rules) {
    return new Members().put("name", "Concordat").list("rules", rules, SarifLog::rule).object();
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

  /// How a run ended.
  ///
  /// @param trouble why nothing could be tried; empty where something was
  public static JsonObject invocation(Verdict verdict, String trouble) {
    boolean isDone = verdict == Verdict.HOLDS || verdict == Verdict.FINDINGS;
    Members members =
        new Members().put("executionSuccessful", isDone).put("exitCode", verdict.exitCode());
    if (!trouble.isEmpty()) {
      JsonObject told = new Members().put("level", "error").put("message", text(trouble)).object();
      members.put("toolExecutionNotifications", JsonArray.of(told));
    }
    return members.object();
  }
}
