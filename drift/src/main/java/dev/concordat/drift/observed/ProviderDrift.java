package dev.concordat.drift.observed;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.drift.contract.Authority;
import dev.concordat.drift.contract.SchemaPlace;
import dev.concordat.drift.contract.Undocumented;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The provider's own answers against its contract: what the contract does not describe, and what it forbids.
public final class ProviderDrift {
  private ProviderDrift() {}

  /// The findings of one exchange.
  ///
  /// @param subject whose exchange it is: a stub's title, a recording's entry
  public static List<DriftFinding> of(
      Authority authority,
      HttpRequestMessage request,
      HttpResponseMessage response,
      String subject,
      Ground ground) {
    var shown = List.of(new Shown("what the provider answered", request, Optional.of(response)));
    String operation = authority.operation().methodAndPath();
    List<DriftFinding> found = new ArrayList<>();
    for (Breach breach :
        authority.judge().judgeResponse(authority.operation(), request.method(), response)) {
      boolean isStatus = breach.kind() == Breach.Kind.UNDOCUMENTED_STATUS;
      Sentence sentence = new Sentence(breach.sentence(), breach.sentenceText());
      found.add(
          new DriftFinding(
              isStatus ? DriftRules.UNDOCUMENTED_STATUS : DriftRules.BROKEN_BY_PROVIDER,
              subject,
              operation,
              isStatus ? "status " + breach.actual() : breach.pointer(),
              breach.message(),
              sentence,
              Optional.of(sentence),
              Optional.of(new Comparison(breach.expected(), breach.actual())),
              List.of(Ground.CONTRACT, ground),
              shown));
    }
    undocumented(authority, response)
        .forEach(
            (pointer, value) ->
                found.add(field(authority, response, pointer, value, subject, ground, shown)));
    return found;
  }

  private static Map<String, JsonValue> undocumented(
      Authority authority, HttpResponseMessage response) {
    SchemaPlace body = authority.body(response.status(), response.header("content-type"));
    List<JsonValue> json = AnswerComparison.bodies(List.of(response));
    return json.isEmpty() ? Map.of() : Undocumented.members(body, json.getFirst());
  }

  private static DriftFinding field(
      Authority authority,
      HttpResponseMessage response,
      String pointer,
      JsonValue value,
      String subject,
      Ground ground,
      List<Shown> shown) {
    Rule rule = DriftRules.UNDOCUMENTED_FIELD;
    Sentence sentence =
        authority
            .content(response.status(), response.header("content-type"))
            .map(content -> new Sentence(content.place(), content.sourceLine()))
            .orElseGet(
                () ->
                    new Sentence(
                        authority.operation().place(), authority.operation().sourceLine()));
    return new DriftFinding(
        rule,
        subject,
        authority.operation().methodAndPath(),
        pointer,
        "the provider sends a field that the contract does not mention: " + Told.shortened(value),
        sentence,
        Optional.of(sentence),
        Optional.of(new Comparison("no such field", Told.shortened(value))),
        List.of(Ground.CONTRACT, ground),
        shown);
  }
}
