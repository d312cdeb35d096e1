package dev.concordat.report.conform;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.ConformReport.Ending;
import dev.concordat.model.conform.Notice;
import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.conform.OperationCoverage.Outcome;
import dev.concordat.model.conform.Recalled;
import dev.concordat.model.conform.Told;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.ExchangeJson;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;
import java.util.Locale;
import java.util.Optional;

/// A run against one provider as JSON: `docs/reference/conform.schema.json`.
public final class ConformJson {
  /// The version of this form; raised when a member changes its meaning or goes.
  private static final int FORMAT = 1;

  private ConformJson() {}

  /// The report as one object.
  public static JsonObject of(ConformReport report) {
    return new Members()
        .put("format", FORMAT)
        .put("verdict", word(report.verdict()))
        .put("exitCode", report.verdict().exitCode())
        .put("contract", report.contract())
        .put("title", report.title())
        .put("provider", report.provider())
        .put("seed", report.seed())
        .put("started", report.started().toString())
        .millis("took", report.took())
        .put("requests", report.requests())
        .put("cases", report.cases())
        .put("complete", report.ending() == Ending.COMPLETE)
        .put("ending", word(report.ending()))
        .put("trouble", report.trouble())
        .list("findings", report.findings(), ConformJson::finding)
        .list("coverage", report.coverage(), ConformJson::operation)
        .list("notices", report.notices(), ConformJson::notice)
        .put("recalled", recalled(report.recalled()))
        .object();
  }

  private static JsonValue recalled(Recalled recalled) {
    return new Members()
        .put("requests", recalled.requests())
        .put("worked", recalled.worked())
        .put("demands", recalled.demands())
        .list(
            "earlier",
            recalled.earlier(),
            earlier ->
                new Members()
                    .put("id", earlier.id())
                    .put("rule", earlier.rule())
                    .put("operation", earlier.operation())
                    .put("message", earlier.message())
                    .put("now", word(earlier.now()))
                    .object())
        .object();
  }

  /// One finding, as it stands in the report and in the store of what can be replayed.
  public static JsonValue finding(ConformFinding finding) {
    return new Members()
        .put("id", finding.id())
        .put("rule", finding.rule().id())
        .put("certainty", word(finding.certainty()))
        .put("flaky", finding.isFlaky())
        .put("breaks", finding.breaks().id())
        .put(
            "tries",
            new Members()
                .put("seen", finding.tries().seen())
                .put("of", finding.tries().of())
                .object())
        .put("operation", finding.operation())
        .put("pointer", finding.pointer())
        .put("message", finding.message())
        .put("why", finding.why())
        .maybe("sentence", finding.sentence(), JsonReport::sentence)
        .maybe(
            "comparison",
            finding.comparison(),
            compared ->
                new Members()
                    .put("expected", compared.expected())
                    .put("actual", compared.actual())
                    .object())
        .texts("places", finding.places())
        .put("cases", finding.cases())
        .list("story", finding.story(), ConformJson::told)
        .texts("curl", finding.curl())
        .texts("consequences", finding.consequences())
        .object();
  }

  private static JsonValue told(Told told) {
    Members members =
        new Members()
            .put("what", told.what())
            .put("request", ExchangeJson.request(told.request()))
            .maybe("response", told.response(), ExchangeJson::response);
    if (told.response().isEmpty()) {
      members.put("noAnswer", told.noAnswer());
    }
    return members.put("tookMicros", told.took().toNanos() / 1000).object();
  }

  private static JsonValue operation(OperationCoverage operation) {
    return new Members()
        .put("operation", operation.operation())
        .put("title", operation.title())
        .put("file", operation.place().file())
        .put("line", operation.place().line())
        .put("requests", operation.requests())
        .put("tested", operation.untested().isEmpty())
        .put("untested", operation.untested())
        .list("outcomes", operation.outcomes(), ConformJson::outcome)
        .texts("skipped", operation.skipped())
        .object();
  }

  private static JsonValue outcome(Outcome outcome) {
    return new Members()
        .put("status", outcome.status())
        .put("documented", outcome.isDocumented())
        .put("count", outcome.count())
        .put("unreached", outcome.unreached())
        .object();
  }

  private static JsonValue notice(Notice notice) {
    return new Members()
        .put("kind", notice.kind())
        .put("operation", notice.operation())
        .put("message", notice.message())
        .maybe("sentence", notice.sentence(), JsonReport::sentence)
        .maybe(
            "addition",
            Optional.of(notice.addition()).filter(text -> !text.isEmpty()),
            JsonString::new)
        .object();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
