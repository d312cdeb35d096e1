package dev.concordat.report.drift;

import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.CheckedStub.State;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.NeverSeen;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.drift.Reliance;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.ExchangeJson;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;

/// A check of stubs as JSON: `docs/reference/drift.schema.json`.
public final class DriftJson {
  /// The version of this form; raised when a member changes its meaning or goes.
  private static final int FORMAT = 1;

  private DriftJson() {}

  /// The report as one object.
  public static JsonObject of(DriftReport report) {
    return new Members()
        .put("format", FORMAT)
        .put("verdict", JsonReport.word(report.verdict()))
        .put("exitCode", report.verdict().exitCode())
        .put("sentence", DriftWords.verdict(report))
        .put("direction", JsonReport.word(report.direction()))
        .texts("against", report.against())
        .put("all", report.stubs().size())
        .put("lying", report.in(State.LIES).size())
        .put("notChecked", report.in(State.NOT_CHECKED).size())
        .put("requests", report.requests())
        .millis("took", report.took())
        .put("trouble", report.trouble())
        .texts("misledTests", report.misledTests())
        .list("stubs", report.stubs(), DriftJson::stub)
        .list("others", report.others(), DriftJson::finding)
        .list("noise", report.noise(), DriftJson::noise)
        .list("neverSeen", report.neverSeen(), DriftJson::neverSeen)
        .texts("notices", report.notices())
        .object();
  }

  private static JsonValue stub(CheckedStub stub) {
    return new Members()
        .put("title", stub.title())
        .put("kind", stub.kind())
        .put("place", JsonReport.place(stub.place()))
        .put("request", stub.request())
        .put("operation", stub.operation())
        .put("state", stub.state().word())
        .texts("checkedBy", stub.checkedBy().stream().map(Ground::word).toList())
        .list("lies", stub.lies(), DriftJson::finding)
        .texts("notChecked", stub.notChecked())
        .list("reliedOnBy", stub.reliedOnBy(), DriftJson::reliance)
        .object();
  }

  private static JsonValue finding(DriftFinding finding) {
    return new Members()
        .put("id", finding.id())
        .put("rule", finding.rule().id())
        .put("subject", finding.subject())
        .put("operation", finding.operation())
        .put("pointer", finding.pointer())
        .put("message", finding.message())
        .put("said", sentence(finding.said()))
        .maybe("contract", finding.contract(), DriftJson::sentence)
        .maybe(
            "comparison",
            finding.comparison(),
            compared ->
                new Members()
                    .put("true", compared.expected())
                    .put("said", compared.actual())
                    .object())
        .texts("grounds", finding.grounds().stream().map(Ground::word).toList())
        .list("evidence", finding.evidence(), DriftJson::shown)
        .put("fix", finding.rule().fix())
        .object();
  }

  private static JsonValue shown(Shown shown) {
    return new Members()
        .put("what", shown.what())
        .put("request", ExchangeJson.request(shown.request()))
        .maybe("response", shown.response(), ExchangeJson::response)
        .object();
  }

  private static JsonValue reliance(Reliance reliance) {
    return new Members()
        .put("place", JsonReport.place(reliance.place()))
        .put("test", reliance.isTest())
        .put("how", reliance.how())
        .object();
  }

  private static JsonValue noise(NoiseRule rule) {
    return new Members()
        .put("operation", rule.operation())
        .put("at", rule.at())
        .put("kind", rule.kind().word())
        .put("why", rule.why())
        .put("owner", rule.owner())
        .maybe("until", rule.until(), date -> new JsonString(date.toString()))
        .object();
  }

  private static JsonValue neverSeen(NeverSeen each) {
    return new Members()
        .put("operation", each.operation())
        .put("what", each.what())
        .put("sentence", sentence(each.sentence()))
        .object();
  }

  private static JsonValue sentence(Sentence sentence) {
    return new Members()
        .put("place", JsonReport.place(sentence.place()))
        .put("text", sentence.text())
        .object();
  }
}
