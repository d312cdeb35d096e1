package dev.concordat.drift.observed;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.contract.PactMatchers;
import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.mock.Values;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pact's answer against those of the provider, by the pact's own matchers. What every answer fails is a lie.
final class PactComparison {
  private final Asking asking;
  private final HttpInteraction interaction;
  private final PactJudge judge;

  PactComparison(Asking asking, PactContract pact, HttpInteraction interaction) {
    this.asking = asking;
    this.interaction = interaction;
    this.judge = new PactJudge(pact);
  }

  List<Observation> compare(List<HttpResponseMessage> answers) {
    List<HttpResponseMessage> seen = answers.stream().map(this::aligned).toList();
    Map<String, Mismatch> common = mismatches(seen.getFirst());
    for (HttpResponseMessage answer : seen) {
      common.keySet().retainAll(mismatches(answer).keySet());
    }
    Map<String, List<Observation>> byPlace = new LinkedHashMap<>();
    for (Mismatch mismatch : common.values()) {
      lie(mismatch, seen)
          .ifPresent(
              observation ->
                  byPlace
                      .computeIfAbsent(observation.lie().pointer(), any -> new ArrayList<>())
                      .add(observation));
    }
    return byPlace.values().stream().map(PactComparison::together).toList();
  }

  /// The same lie in several items.
  private static Observation together(List<Observation> same) {
    Observation first = same.getFirst();
    List<Correction> each = same.stream().map(one -> one.lie().correction()).distinct().toList();
    return each.size() == 1
        ? first
        : new Observation(
            first.lie().withCorrection(new Correction.Several(each)), first.isPermitted());
  }

  private HttpResponseMessage aligned(HttpResponseMessage answer) {
    Optional<JsonValue> said = asking.mock().answer().flatMap(MockAnswer::json);
    List<JsonValue> real = AnswerComparison.bodies(List.of(answer));
    if (said.isEmpty() || real.isEmpty()) {
      return answer;
    }
    JsonValue aligned = Alignment.toward(said.get(), real.getFirst());
    List<Header> plain =
        answer.headers().stream()
            .filter(header -> !header.name().equalsIgnoreCase("content-encoding"))
            .toList();
    return new HttpResponseMessage(answer.status(), plain, Bytes.utf8(JsonText.compact(aligned)));
  }

  private Map<String, Mismatch> mismatches(HttpResponseMessage answer) {
    Map<String, Mismatch> found = new LinkedHashMap<>();
    for (Mismatch mismatch : judge.judgeResponse(interaction, answer)) {
      found.putIfAbsent(mismatch.part() + " " + mismatch.path(), mismatch);
    }
    return found;
  }

  private Optional<Observation> lie(Mismatch mismatch, List<HttpResponseMessage> seen) {
    return switch (mismatch.part()) {
      case BODY -> body(mismatch, seen);
      case BODY_TYPE ->
          Optional.of(
              observation(
                  DriftRules.WRONG_MEDIA_TYPE,
                  "content-type",
                  mismatch,
                  seen.getFirst()
                      .header("content-type")
                      .<Correction>map(type -> new Correction.SetHeader("Content-Type", type))
                      .orElse(new Correction.RemoveHeader("Content-Type")),
                  false));
      case HEADER -> header(mismatch, seen);
      case STATUS, METHOD, PATH, QUERY, METADATA -> Optional.empty();
    };
  }

  private Optional<Observation> header(Mismatch mismatch, List<HttpResponseMessage> seen) {
    String name = mismatch.path();
    List<String> values =
        seen.stream().flatMap(answer -> Headers.first(answer.headers(), name).stream()).toList();
    Correction correction =
        values.isEmpty()
            ? new Correction.RemoveHeader(name)
            : new Correction.SetHeader(name, values.getFirst());
    boolean isType = name.equalsIgnoreCase("content-type");
    boolean isSilenced = asking.noise().at("header:" + name).isPresent();
    boolean isValue = !values.isEmpty() && !PactMatchers.rules(asking.mock(), "header:" + name);
    boolean isNoise =
        !values.isEmpty() && HeaderComparison.isNoise(name, mismatch.expected(), values.getFirst());
    boolean isOpen = seen.size() < 2 || !asking.isOfTheSame() || isNoise;
    if (isSilenced || (isValue && !isType && isOpen)) {
      return Optional.empty();
    }
    return Optional.of(
        isType
            ? observation(DriftRules.WRONG_MEDIA_TYPE, "content-type", mismatch, correction, false)
            : observation(DriftRules.WRONG_HEADER, "header:" + name, mismatch, correction, false));
  }

  private Optional<Observation> body(Mismatch mismatch, List<HttpResponseMessage> seen) {
    String concrete = pointer(mismatch.path());
    String pointer = concrete.replaceAll("/[0-9]{1,9}(?=/|$)", "/*");
    if (asking.noise().covering(pointer).isPresent()) {
      return Optional.empty();
    }
    List<JsonValue> bodies = AnswerComparison.bodies(seen);
    List<JsonValue> there =
        bodies.stream().flatMap(body -> Values.at(body, concrete).stream()).toList();
    Optional<JsonValue> said =
        asking
            .mock()
            .answer()
            .flatMap(MockAnswer::json)
            .flatMap(json -> Values.at(json, concrete).stream().findFirst());
    if (bodies.isEmpty() || said.isEmpty()) {
      return Optional.of(
          observation(
              DriftRules.MALFORMED_BODY,
              pointer,
              mismatch,
              new Correction.Undecided("the bodies are of different kinds"),
              false));
    }
    if (there.isEmpty()) {
      return Optional.of(
          observation(
              DriftRules.EXTRA_FIELD,
              pointer,
              mismatch,
              new Correction.RemoveValue(pointer),
              false));
    }
    JsonValue truth = there.getFirst();
    Correction correction = new Correction.SetValue(concrete, truth);
    if (!truth.type().equals(said.get().type())) {
      return Optional.of(observation(DriftRules.WRONG_TYPE, pointer, mismatch, correction, false));
    }
    if (PactMatchers.rules(asking.mock(), concrete)) {
      return Optional.of(
          observation(DriftRules.WRONG_FORMAT, pointer, mismatch, correction, false));
    }
    return value(mismatch, pointer, said.get(), there, seen.size(), correction);
  }

  /// A value that the pact compares by equality.
  private Optional<Observation> value(
      Mismatch mismatch,
      String pointer,
      JsonValue said,
      List<JsonValue> there,
      int answers,
      Correction correction) {
    boolean isScalar = !said.type().equals("object") && !said.type().equals("array");
    if (!isScalar) {
      return Optional.empty();
    }
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    ValueTruth.Outcome outcome = new ValueTruth(asking).of(name, said, there, answers > 1);
    Optional<Rule> rule =
        switch (outcome) {
          case OTHER_FORM -> Optional.of(DriftRules.WRONG_FORMAT);
          case NOT_ECHOED, STALE ->
              asking.isOfTheSame() ? Optional.of(DriftRules.STALE_VALUE) : Optional.empty();
          case TRUE -> Optional.empty();
        };
    return rule.map(it -> observation(it, pointer, mismatch, correction, false));
  }

  private Observation observation(
      Rule rule, String pointer, Mismatch mismatch, Correction correction, boolean isPermitted) {
    return new Observation(
        Lie.observed(
            rule,
            pointer,
            mismatch.message(),
            Told.shortened(mismatch.actual()),
            Told.shortened(mismatch.expected()),
            asking.ground(),
            correction),
        isPermitted);
  }

  /// `$.items[0]['first name']` as a pointer.
  private static String pointer(String path) {
    var pointer = new StringBuilder();
    int at = path.startsWith("$") ? 1 : 0;
    while (at < path.length()) {
      char c = path.charAt(at);
      int end;
      String token;
      if (c == '['
          && at + 1 < path.length()
          && (path.charAt(at + 1) == '\'' || path.charAt(at + 1) == '"')) {
        int close = path.indexOf(path.charAt(at + 1) + "]", at + 2);
        end = close < 0 ? path.length() : close + 2;
        token = path.substring(at + 2, close < 0 ? path.length() : close);
      } else if (c == '[') {
        int close = path.indexOf(']', at);
        end = close < 0 ? path.length() : close + 1;
        token = path.substring(at + 1, close < 0 ? path.length() : close);
      } else {
        int from = c == '.' ? at + 1 : at;
        end = from;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        token = path.substring(from, end);
        end = Math.max(end, at + 1);
      }
      pointer.append('/').append(Pointers.escape(token));
      at = end;
    }
    return pointer.toString();
  }
}
