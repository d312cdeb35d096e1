package dev.concordat.drift;

import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.wire.redaction.Redactor;
import java.util.List;

/// Takes secrets out of what is told: stubs are often recorded, and providers answer with tokens.
final class Redaction {
  private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));
  private static final int OK = 200;

  private final Redactor redactor = new Redactor();

  CheckedStub of(CheckedStub stub) {
    return new CheckedStub(
        redactor.redact(stub.title()),
        stub.kind(),
        stub.place(),
        target(stub.request()),
        stub.operation(),
        stub.checkedBy(),
        stub.lies().stream().map(this::of).toList(),
        stub.notChecked().stream().map(redactor::redact).toList(),
        stub.reliedOnBy());
  }

  DriftFinding of(DriftFinding finding) {
    boolean isSecret = isSecret(finding.pointer());
    String unsaid = finding.rule().title() + "; its value is not shown";
    return new DriftFinding(
        finding.rule(),
        redactor.redact(finding.subject()),
        finding.operation(),
        finding.pointer(),
        isSecret ? unsaid : json(finding.message()),
        of(finding.said()),
        finding.contract(),
        finding.comparison().map(comparison -> of(comparison, isSecret)),
        finding.grounds(),
        finding.evidence().stream().map(this::of).toList());
  }

  NoiseRule of(NoiseRule rule) {
    String why = isSecret(rule.at()) ? "asked twice: its values differ" : json(rule.why());
    return new NoiseRule(rule.operation(), rule.at(), rule.kind(), why, rule.owner(), rule.until());
  }

  private Comparison of(Comparison comparison, boolean isSecret) {
    return isSecret
        ? new Comparison(Redactor.MARK, Redactor.MARK)
        : new Comparison(json(comparison.expected()), json(comparison.actual()));
  }

  private Sentence of(Sentence sentence) {
    return new Sentence(sentence.place(), json(sentence.text()));
  }

  private Shown of(Shown shown) {
    return new Shown(
        redactor.redact(shown.what()),
        redactor.redact(shown.request()),
        shown.response().map(redactor::redact));
  }

  /// Method and target.
  private String target(String text) {
    return redactor.redact(text);
  }

  /// JSON text, or a piece of it.
  private String json(String text) {
    Bytes body = redactor.redact(new HttpResponseMessage(OK, JSON, Bytes.utf8(text))).body();
    return redactor.redact(body.utf8());
  }

  /// Whether the last part of a pointer is a name that secrets have.
  private boolean isSecret(String pointer) {
    String name =
        pointer.substring(Math.max(pointer.lastIndexOf('/'), pointer.lastIndexOf(':')) + 1);
    String probe = JsonText.compact(JsonObject.EMPTY.with(name, new JsonString("0")));
    return !json(probe).equals(probe);
  }
}
