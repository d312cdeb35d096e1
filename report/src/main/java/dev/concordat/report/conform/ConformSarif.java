package dev.concordat.report.conform;

import dev.concordat.model.conform.Certainty;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.report.json.Members;
import dev.concordat.report.sarif.SarifLog;
import java.util.ArrayList;
import java.util.List;

/// A run against one provider as SARIF 2.1.0: one result for each finding, at the sentence of the contract that was broken,
/// with a fingerprint that stays while the cause is the same.
public final class ConformSarif {
  private static final String FINGERPRINT = "concordatFinding/v1";

  private ConformSarif() {}

  /// The log as one object.
  public static JsonObject of(ConformReport report) {
    List<ConformFinding> findings = report.findings().stream().limit(SarifLog.MAX_RESULTS).toList();
    List<Rule> rules = findings.stream().map(ConformFinding::rule).distinct().toList();
    List<JsonValue> results = new ArrayList<>();
    findings.forEach(finding -> results.add(result(report, finding, rules)));
    return SarifLog.of(
        "concordat/conform/" + report.contract() + "/",
        rules,
        SarifLog.invocation(report.verdict(), report.trouble()),
        results);
  }

  private static JsonValue result(ConformReport report, ConformFinding finding, List<Rule> rules) {
    Place place = ConformWords.place(report, finding);
    JsonObject location =
        new Members()
            .put("physicalLocation", SarifLog.physical(place.file(), place))
            .put("logicalLocations", SarifLog.logical(finding.operation()))
            .object();
    return new Members()
        .put("ruleId", finding.rule().id())
        .put("ruleIndex", rules.indexOf(finding.rule()))
        .put("level", level(finding))
        .put("message", SarifLog.text(ConformWords.text(finding)))
        .put("locations", JsonArray.of(location))
        .put("partialFingerprints", new Members().put(FINGERPRINT, finding.id()).object())
        .put(
            "properties",
            new Members()
                .put("cases", finding.cases())
                .put("flaky", finding.isFlaky())
                .texts("places", finding.places())
                .object())
        .object();
  }

  /// Flaky ones and those that rest on a guess do not stop a merge by themselves.
  static String level(ConformFinding finding) {
    return finding.isFlaky()
        ? "note"
        : finding.certainty() == Certainty.GUESS ? "warning" : "error";
  }
}
