package dev.concordat.drift.observed;

import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.drift.contract.Authority;
import dev.concordat.drift.contract.SchemaPlace;
import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.mock.Asked;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds a mock's answer against answers that the provider gave to the same request.
public final class AnswerComparison {
  private final Asking asking;
  private final MockAnswer said;

  public AnswerComparison(Asking asking, MockAnswer said) {
    this.asking = asking;
    this.said = said;
  }

  /// Where the answers differ from one another, as rules that an operation's answers have.
  public static List<NoiseRule> varying(String operation, List<HttpResponseMessage> seen) {
    List<NoiseRule> rules = new ArrayList<>();
    Volatility.of(bodies(seen))
        .forEach(
            (place, varying) ->
                rules.add(
                    new NoiseRule(
                        operation, place, varying.kind(), varying.why(), "", Optional.empty())));
    return rules;
  }

  /// The comparison.
  ///
  /// @param seen at least one answer
  public Compared compare(List<HttpResponseMessage> seen) {
    List<Integer> statuses = seen.stream().map(HttpResponseMessage::status).toList();
    switch (StatusComparison.of(asking, said.status(), statuses)) {
      case StatusComparison.Outcome.Open(String why) -> {
        return Compared.nothing(why);
      }
      case StatusComparison.Outcome.Lies(Lie lie) -> {
        return new Compared(true, List.of(new Observation(lie, false)), List.of());
      }
      case StatusComparison.Outcome.Same() -> {}
    }
    List<HttpResponseMessage> same =
        seen.stream().filter(answer -> answer.status() == said.status()).toList();
    List<Observation> found = new ArrayList<>();
    List<String> notChecked = new ArrayList<>();
    if (asking.mock().asked() instanceof Asked.OfPact(var pact, var interaction)) {
      found.addAll(new PactComparison(asking, pact, interaction).compare(same));
    } else {
      found.addAll(HeaderComparison.of(asking, said, same));
      found.addAll(body(same, notChecked));
    }
    return new Compared(true, found, notChecked);
  }

  private List<Observation> body(List<HttpResponseMessage> seen, List<String> notChecked) {
    boolean isBodiless =
        asking.made().message().method().equals("HEAD")
            || said.status() == 204
            || said.status() == 304;
    if (!said.statesBody() || isBodiless) {
      return List.of();
    }
    Optional<Observation> type = mediaType(seen);
    if (type.isPresent()) {
      return List.of(type.get());
    }
    List<JsonValue> bodies = bodies(seen);
    boolean isJson = !bodies.isEmpty() && bodies.size() == seen.size();
    if (!isJson) {
      return text(seen, notChecked);
    }
    if (said.json().isEmpty()) {
      return List.of(malformed(seen.getFirst()));
    }
    SchemaPlace place =
        asking
            .authority()
            .map(authority -> authority.body(said.status(), seen.getFirst().header("content-type")))
            .orElse(SchemaPlace.NONE);
    Set<String> varying = Volatility.of(bodies).keySet();
    List<Observation> found =
        new BodyComparison(asking, varying, seen.size() > 1)
            .compare(said.json().get(), bodies, place);
    return said.isError() ? asErrorShape(found, seen.getFirst()) : found;
  }

  /// An error's body is read by the same code everywhere: that it has another form is one cause.
  private List<Observation> asErrorShape(List<Observation> found, HttpResponseMessage seen) {
    List<Observation> ofForm =
        found.stream().filter(each -> !each.lie().rule().equals(DriftRules.STALE_VALUE)).toList();
    if (ofForm.isEmpty()) {
      return List.of(); // what an error says in words is for people
    }
    Lie first = ofForm.getFirst().lie();
    boolean isPermitted = ofForm.stream().allMatch(Observation::isPermitted);
    Lie shape =
        Lie.observed(
            DriftRules.WRONG_ERROR_SHAPE,
            first.pointer(),
            "the provider's error has another form: " + first.message(),
            Told.shortened(plain(seen).utf8()),
            Told.shortened(said.body().utf8()),
            asking.ground(),
            new Correction.Body(plain(seen)));
    return List.of(new Observation(shape, isPermitted));
  }

  private Optional<Observation> mediaType(List<HttpResponseMessage> seen) {
    Optional<String> real = seen.getFirst().header("content-type");
    Optional<MediaType> truth = real.flatMap(MediaType::parse);
    Optional<MediaType> stated = said.contentType().flatMap(MediaType::parse);
    boolean isOther =
        truth.isPresent()
            && stated.isPresent()
            && said.body().size() > 0
            && seen.stream()
                .noneMatch(
                    answer ->
                        answer
                            .header("content-type")
                            .flatMap(MediaType::parse)
                            .filter(type -> type.essence().equals(stated.get().essence()))
                            .isPresent());
    if (!isOther) {
      return Optional.empty();
    }
    boolean isDocumented =
        asking
            .authority()
            .flatMap((Authority authority) -> authority.content(said.status(), said.contentType()))
            .isPresent();
    return Optional.of(
        new Observation(
            Lie.observed(
                DriftRules.WRONG_MEDIA_TYPE,
                "content-type",
                "the stub says "
                    + stated.get().essence()
                    + ", the provider "
                    + truth.get().essence(),
                truth.get().essence(),
                stated.get().essence(),
                asking.ground(),
                new Correction.SetHeader("Content-Type", real.get())),
            isDocumented));
  }

  private Observation malformed(HttpResponseMessage seen) {
    String what = said.body().size() == 0 ? "has no body" : "has a body that is no JSON";
    return new Observation(
        Lie.observed(
            said.isError() ? DriftRules.WRONG_ERROR_SHAPE : DriftRules.MALFORMED_BODY,
            "",
            "the stub " + what + ", the provider sends JSON",
            Told.shortened(plain(seen).utf8()),
            said.body().size() == 0 ? "no body" : Told.shortened(said.body().utf8()),
            asking.ground(),
            new Correction.Body(plain(seen))),
        false);
  }

  /// Bodies that are no JSON are compared as they are, where both speak of the same thing.
  private List<Observation> text(List<HttpResponseMessage> seen, List<String> notChecked) {
    Bytes first = plain(seen.getFirst());
    boolean isStable = seen.size() > 1 && seen.stream().allMatch(each -> plain(each).equals(first));
    if (first.equals(said.body())) {
      return List.of();
    }
    if (first.size() > 0 && said.body().size() > 0 && (!isStable || !asking.isOfTheSame())) {
      notChecked.add("its body is no JSON, and the provider's varies");
      return List.of();
    }
    if (first.size() == 0 && said.body().size() == 0) {
      return List.of();
    }
    return List.of(
        new Observation(
            Lie.observed(
                said.body().size() == 0 || first.size() == 0
                    ? DriftRules.MALFORMED_BODY
                    : DriftRules.STALE_VALUE,
                "",
                first.size() == 0
                    ? "the stub has a body, the provider sends none"
                    : "the provider's body is another one",
                Told.shortened(first.utf8()),
                Told.shortened(said.body().utf8()),
                asking.ground(),
                new Correction.Body(first)),
            false));
  }

  static List<JsonValue> bodies(List<HttpResponseMessage> seen) {
    List<JsonValue> bodies = new ArrayList<>();
    for (HttpResponseMessage answer : seen) {
      if (answer.body().size() > 0) {
        JsonParser.parse(plain(answer).toArray()).value().ifPresent(bodies::add);
      }
    }
    return bodies;
  }

  private static Bytes plain(HttpResponseMessage answer) {
    return ContentCoding.decode(answer.headers(), answer.body())
            instanceof ContentCoding.Decoded.Plain(Bytes plain)
        ? plain
        : answer.body();
  }
}
