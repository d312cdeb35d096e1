package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Whether the provider may send the body that the consumer needs, and sends no other.
final class ResponseBodyCheck {
  private final HttpFindings findings;
  private final ResponseSpec spec;
  private final NeededResponse needed;
  private final Questions questions;
  private final boolean isDetailed;

  /// @param isDetailed whether each part that may differ is told by itself
  ResponseBodyCheck(
      HttpFindings findings,
      ResponseSpec spec,
      NeededResponse needed,
      Questions questions,
      boolean isDetailed) {
    this.findings = findings;
    this.spec = spec;
    this.needed = needed;
    this.questions = questions;
    this.isDetailed = isDetailed;
  }

  void check() {
    switch (needed.body()) {
      case NeededBody.Unstated() -> {}
      case NeededBody.None() -> nothing();
      case NeededBody.Json(Example example, Bytes bytes) -> json(example, bytes);
      case NeededBody.Other(Bytes bytes) -> other(bytes);
    }
  }

  private void nothing() {
    if (!spec.content().isEmpty()) {
      findings.add(
          draft(
                  AgreeRules.RESPONSE_BODY_UNEXPECTED,
                  Impact.RISKY,
                  spec.content().getFirst(),
                  "no body is needed, and "
                      + ResponseCheck.listed(spec.content())
                      + " is documented")
              .against(sentence(spec.content().getFirst())));
    }
  }

  private void json(Example example, Bytes bytes) {
    if (spec.content().isEmpty()) {
      undocumented();
      return;
    }
    MediaTypeSpec type = meant();
    if (!type.mediaType().isJson() && !type.mediaType().isRange()) {
      byExample(type, bytes);
    } else if (type.schema().isEmpty()) {
      findings.add(
          draft(
                  AgreeNeedRules.UNSPOKEN,
                  Impact.RISKY,
                  type,
                  "a body is needed, and nothing is documented about bodies of this type")
              .against(sentence(type))
              .alias(PactflowCodes.error("response.body.unknown")));
    } else {
      json(type, type.schema().get(), example);
    }
  }

  private void undocumented() {
    findings.add(
        Draft.of(
                AgreeRules.NOTHING_IN_COMMON,
                Impact.BREAKS,
                Part.RESPONSE_BODY,
                spec.status(),
                "a body is needed, and none is documented")
            .against(new Sentence(spec.place(), spec.sourceLine()))
            .shown(
                findings.untaken(
                    new HttpResponseMessage(needed.status(), List.of(), Bytes.EMPTY),
                    "expected a body but it was empty"))
            .alias(PactflowCodes.error("response.body.unknown")));
  }

  /// The entry for the type that the consumer states, else what it asks for, else JSON, else the first.
  private MediaTypeSpec meant() {
    return Headers.first(needed.headers(), "content-type")
        .or(() -> findings.need().request().message().header("accept"))
        .flatMap(MediaType::parse)
        .flatMap(type -> MediaTypes.meant(spec.content(), type))
        .or(() -> spec.content().stream().filter(entry -> entry.mediaType().isJson()).findFirst())
        .orElseGet(() -> spec.content().getFirst());
  }

  private void other(Bytes bytes) {
    if (spec.content().isEmpty()) {
      undocumented();
    } else {
      byExample(meant(), bytes);
    }
  }

  private void byExample(MediaTypeSpec type, Bytes bytes) {
    Optional<String> objection = OtherBody.objection(type, bytes);
    String message =
        objection
            .map(reason -> "the example of the body is not one that is documented: " + reason)
            .orElse("the body was compared by its example only");
    boolean isText = type.mediaType().isJson() || type.mediaType().isForm();
    findings.add(
        draft(AgreeNeedRules.COMPARED_BY_EXAMPLE, Impact.RISKY, type, message)
            .shown(
                new Evidence.Undecided(
                    "bodies of type " + type.mediaType() + " are not compared by their schema",
                    List.of("the example")))
            .against(sentence(type))
            .alias(isText ? List.of() : PactflowCodes.warning("response.body.unvalidatable")));
  }

  private static Sentence sentence(MediaTypeSpec type) {
    return new Sentence(type.place(), type.sourceLine());
  }

  private Draft draft(Rule rule, Impact impact, MediaTypeSpec type, String message) {
    String detail = spec.status() + " " + type.mediaType().essence();
    return Draft.of(rule, impact, Part.RESPONSE_BODY, detail, message);
  }

  private void json(MediaTypeSpec type, Schema provider, Example example) {
    var need = new JsonNeed(questions, provider, example, Direction.RESPONSE);
    List<Objection> all = need.objections();
    for (Objection objection : isDetailed ? all : Objection.summed(all)) {
      findings.add(
          draft(rule(objection), impact(objection), type, objection.message())
              .at(objection.pointer())
              .named(objection.named())
              .against(objection.provider())
              .shown(evidence(objection, type))
              .alias(aliases(objection)));
    }
  }

  private static Rule rule(Objection objection) {
    return switch (objection.kind()) {
      case NEVER, OPEN -> AgreeRules.NOTHING_IN_COMMON;
      case NOT_THE_EXAMPLE, MAY_DIFFER -> AgreeRules.RESPONSE_BODY_UNEXPECTED;
      case UNDECLARED -> AgreeNeedRules.UNSPOKEN;
    };
  }

  private static Impact impact(Objection objection) {
    return switch (objection.kind()) {
      case NEVER -> Impact.BREAKS;
      case OPEN -> Impact.UNKNOWN;
      case NOT_THE_EXAMPLE, MAY_DIFFER, UNDECLARED -> Impact.RISKY;
    };
  }

  private static List<Alias> aliases(Objection objection) {
    return switch (objection.kind()) {
      case NEVER, NOT_THE_EXAMPLE, UNDECLARED -> PactflowCodes.error("response.body.incompatible");
      case OPEN, MAY_DIFFER -> List.of();
    };
  }

  private Evidence evidence(Objection objection, MediaTypeSpec type) {
    return objection
        .witness()
        .<Evidence>map(untaken -> findings.untaken(response(untaken.value(), type), untaken.why()))
        .or(objection::undecided)
        .orElseGet(Evidence.Stated::new);
  }

  private HttpResponseMessage response(JsonValue value, MediaTypeSpec type) {
    return new HttpResponseMessage(
        needed.status(),
        List.of(new Header("Content-Type", type.mediaType().toString())),
        Bytes.utf8(value.toString()));
  }
}
