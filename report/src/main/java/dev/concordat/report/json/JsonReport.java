package dev.concordat.report.json;

import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.LinkView;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.SystemView;
import dev.concordat.model.run.Trouble;
import java.util.List;
import java.util.Locale;

/// A run as JSON. Members are only ever added; {@link #FORMAT} changes when one changes its meaning.
public final class JsonReport {
  /// The format's number, in the member `format`.
  public static final int FORMAT = 1;

  private JsonReport() {}

  /// The whole run as one object.
  public static JsonObject of(RunReport run) {
    return new Members()
        .put("format", FORMAT)
        .put("run", run.runId())
        .put("verdict", word(run.verdict()))
        .put("exitCode", run.verdict().exitCode())
        .put("workspace", run.workspace())
        .put("seed", run.seed())
        .put("startedAt", run.startedAt().toString())
        .millis("ready", run.ready())
        .millis("duration", run.duration())
        .put("counts", counts(run))
        .list("incidents", run.incidents(), incident -> incident(incident, run))
        .list("troubles", run.troubles(), JsonReport::trouble)
        .list("systems", run.systems(), JsonReport::system)
        .list("parts", run.parts(), JsonReport::part)
        .list("links", run.links(), JsonReport::link)
        .list("cases", run.cases(), JsonReport::caseResult)
        .list("profiles", run.measures().profiles(), ProfileJson::of)
        .list("latencies", run.measures().latencies(), TimingJson::of)
        .list("budgets", run.measures().budgets(), TimingJson::of)
        .list("comparedBudgets", run.measures().compared(), TimingJson::of)
        .list("flowMap", run.measures().values().hops(), FlowMapJson::of)
        .texts("notes", run.notes())
        .object();
  }

  private static JsonValue counts(RunReport run) {
    Members counts = new Members();
    for (CaseResult.Outcome outcome : CaseResult.Outcome.values()) {
      counts.put(word(outcome), run.count(outcome));
    }
    return counts.object();
  }

  private static JsonValue incident(Incident incident, RunReport run) {
    return new Members()
        .put("id", incident.id())
        .put("owner", owner(incident.owner()))
        .put("rule", incident.main().rule().id())
        .put("main", finding(incident.main()))
        .put("cases", incident.cases())
        .list("findings", incident.findings(), JsonReport::finding)
        .list("symptoms", incident.symptoms(), JsonReport::finding)
        .list(
            "evidence",
            run.evidence().getOrDefault(incident.main().caseId(), List.of()),
            ExchangeJson::of)
        .put("replay", "concordat replay " + incident.id())
        .object();
  }

  private static JsonValue finding(Finding finding) {
    return new Members()
        .put("rule", finding.rule().id())
        .put("proof", finding.rule().proof().word())
        .put("title", finding.rule().title())
        .put("system", finding.system())
        .put("side", word(finding.side()))
        .put("why", finding.why())
        .maybe("link", finding.link(), JsonReport::linkName)
        .put("operation", finding.operation())
        .put("pointer", finding.pointer())
        .put("message", finding.message())
        .maybe(
            "sentence",
            finding.sentence(),
            s -> place(s.place()).with("text", new JsonString(s.text())))
        .maybe(
            "comparison",
            finding.comparison(),
            c -> new Members().put("expected", c.expected()).put("actual", c.actual()).object())
        .put("case", finding.caseId())
        .maybe("exchange", finding.exchangeId(), JsonString::new)
        .object();
  }

  /// Whose trouble it is, with its message and fix.
  public static JsonValue trouble(Trouble trouble) {
    return new Members()
        .put("kind", word(trouble.kind()))
        .put("subject", trouble.subject())
        .put("message", trouble.message())
        .put("fix", trouble.fix())
        .texts("logLines", trouble.logLines())
        .object();
  }

  static JsonValue system(SystemView system) {
    return new Members()
        .put("name", system.name())
        .put("owner", owner(system.owner()))
        .put("kind", word(system.kind()))
        .texts("contracts", system.contracts())
        .put("address", system.address())
        .millis("ready", system.ready())
        .put("note", system.note())
        .object();
  }

  static JsonValue part(PartView part) {
    return new Members()
        .put("name", part.name())
        .put("product", part.product())
        .put("address", part.address())
        .millis("ready", part.ready())
        .object();
  }

  private static JsonValue link(LinkView link) {
    return new Members()
        .put("from", link.from())
        .put("to", link.to())
        .put("label", link.label())
        .put("exchanges", link.exchanges())
        .put("state", word(link.state()))
        .object();
  }

  private static JsonValue caseResult(CaseResult result) {
    return new Members()
        .put("id", result.id())
        .put("name", result.name())
        .put("group", result.group())
        .put("kind", word(result.kind()))
        .put("outcome", word(result.outcome()))
        .put("place", place(result.place()))
        .put("reason", result.reason())
        .millis("duration", result.duration())
        .texts("tags", result.tags())
        .list("steps", result.steps(), JsonReport::step)
        .object();
  }

  private static JsonValue step(CaseResult.Step step) {
    return new Members()
        .put("name", step.name())
        .put("outcome", word(step.outcome()))
        .put("detail", step.detail())
        .object();
  }

  private static JsonValue owner(Owner owner) {
    return new Members().put("team", owner.team()).put("reason", owner.reason()).object();
  }

  static JsonValue linkName(LinkName link) {
    return new Members().put("consumer", link.consumer()).put("provider", link.provider()).object();
  }

  /// File, line, column and pointer.
  public static JsonObject place(Place place) {
    return new Members()
        .put("file", place.file())
        .put("line", place.line())
        .put("column", place.column())
        .put("pointer", place.pointer())
        .object();
  }

  /// The place of a sentence and its text, in one object.
  public static JsonObject sentence(Sentence sentence) {
    return place(sentence.place()).with("text", new JsonString(sentence.text()));
  }

  /// An enum constant as a word: `NO_ENVIRONMENT` is `no-environment`.
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
