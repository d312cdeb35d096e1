package dev.concordat.conform.scenario;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Tells of members that come back as something else.
final class Written {
  private static final int MAX_TEXT = 60;

  private Written() {}

  /// One suspicion for all members, at the first of them.
  static void altered(
      Walk walk,
      HttpOperation write,
      JsonObject sent,
      JsonObject there,
      List<String> lost,
      List<Exchange> story) {
    if (lost.isEmpty()) {
      return;
    }
    String first = lost.getFirst();
    JsonObject thing = State.thing(sent, there);
    walk.suspect(
        ConformMeaningRules.WRITE_ALTERED,
        write.method().equals("POST") ? Certainty.GUESS : Certainty.HTTP,
        write,
        "body:/" + first,
        there.has(first) ? "changed" : "missing",
        first
            + " was written as "
            + text(thing.member(first))
            + " and is read as "
            + text(there.member(first)),
        "What a write acknowledges is what is read afterwards.",
        Optional.of(new Comparison(text(thing.member(first)), text(there.member(first)))),
        story,
        lost.stream().skip(1).map(name -> name + " too").toList());
  }

  static String text(Optional<JsonValue> value) {
    String text = value.map(Object::toString).orElse("nothing");
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }
}
