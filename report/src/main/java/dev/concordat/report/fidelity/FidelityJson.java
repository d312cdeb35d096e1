package dev.concordat.report.fidelity;

import dev.concordat.model.fidelity.FidelityFinding;
import dev.concordat.model.fidelity.FidelityReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;

/// What happened between two ends as JSON.
public final class FidelityJson {
  private FidelityJson() {}

  /// The document, ending in a line end.
  public static String of(FidelityReport report) {
    return JsonText.pretty(
            new Members()
                .put("verdict", JsonReport.word(report.verdict()))
                .put("near", report.near())
                .put("far", report.far())
                .put("exchanges", report.exchanges())
                .list("findings", report.findings(), FidelityJson::finding)
                .list("rewritings", report.rewritings(), FidelityJson::rewriting)
                .object())
        + "\n";
  }

  private static JsonValue finding(FidelityFinding finding) {
    return new Members()
        .put("rule", finding.rule().id())
        .put("operation", finding.operation())
        .put("message", finding.message().word())
        .put("part", finding.part())
        .put("at", finding.at())
        .put("sent", finding.sent())
        .put("received", finding.received())
        .put("sentEntry", finding.sentEntry())
        .put("receivedEntry", finding.receivedEntry())
        .put("messages", finding.messages())
        .object();
  }

  private static JsonValue rewriting(FidelityReport.Rewriting rewriting) {
    return new Members().put("what", rewriting.words()).put("count", rewriting.count()).object();
  }
}
