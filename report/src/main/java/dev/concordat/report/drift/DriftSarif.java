package dev.concordat.report.drift;

import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.report.json.Members;
import dev.concordat.report.sarif.SarifLog;
import java.util.ArrayList;
import java.util.List;

/// A check of stubs as SARIF 2.1.0: one result for each finding, at the line of the stub that says what is not so, with a
/// fingerprint that stays while the cause is the same.
public final class DriftSarif {
  private static final String FINGERPRINT = "concordatDrift/v1";

  private DriftSarif() {}

  /// The log as one object.
  public static JsonObject of(DriftReport report) {
    List<Placed> all = Placed.all(report).stream().limit(SarifLog.MAX_RESULTS).toList();
    List<Rule> rules = all.stream().map(placed -> placed.finding().rule()).distinct().toList();
    List<JsonValue> results = new ArrayList<>();
    all.forEach(placed -> results.add(result(placed, rules)));
    return SarifLog.of(
        "concordat/drift/",
        rules,
        SarifLog.invocation(report.verdict(), report.trouble()),
        results);
  }

  private static JsonValue result(Placed placed, List<Rule> rules) {
    DriftFinding finding = placed.finding();
    Place place = finding.said().place();
    JsonObject location =
        new Members()
            .put("physicalLocation", SarifLog.physical(place.file(), place))
            .put("logicalLocations", SarifLog.logical(finding.operation()))
            .object();
    return new Members()
        .put("ruleId", finding.rule().id())
        .put("ruleIndex", rules.indexOf(finding.rule()))
        .put("level", "error")
        .put("message", SarifLog.text(placed.text()))
        .put("locations", JsonArray.of(location))
        .put("partialFingerprints", new Members().put(FINGERPRINT, finding.id()).object())
        .put(
            "properties",
            new Members()
                .put("stub", finding.subject())
                .texts("grounds", finding.grounds().stream().map(Ground::word).toList())
                .object())
        .object();
  }
}
