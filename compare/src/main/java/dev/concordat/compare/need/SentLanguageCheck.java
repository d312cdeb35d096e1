package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Whether the provider takes every body that the consumer's matchers stand for, and not only the example.
final class SentLanguageCheck {
  private final HttpFindings findings;
  private final Questions questions;

  SentLanguageCheck(HttpFindings findings, Questions questions) {
    this.findings = findings;
    this.questions = questions;
  }

  /// @param sent the example on the wire, which the provider takes
  void check(HttpOperation operation, HttpRequestMessage sent) {
    Optional<Example> example = findings.need().request().body().filter(Example::hasRules);
    Optional<MediaTypeSpec> type =
        sent.header("content-type")
            .flatMap(MediaType::parse)
            .flatMap(
                stated ->
                    operation.body().flatMap(body -> MediaType.choose(body.content(), stated)));
    if (example.isPresent() && type.flatMap(MediaTypeSpec::schema).isPresent()) {
      body(example.get(), type.get(), type.get().schema().orElseThrow(), sent);
    }
  }

  private void body(Example example, MediaTypeSpec type, Schema schema, HttpRequestMessage sent) {
    switch (questions.takes(example.language(Shape.SENT), schema, Direction.REQUEST)) {
      case Inclusion.Proved() -> {}
      case Inclusion.Breaks(JsonValue witness) -> {
        Optional<Violation> why = schema.validate(witness, Direction.REQUEST).stream().findFirst();
        String refusal = why.map(Violation::message).orElse("");
        var message =
            new HttpRequestMessage(
                sent.method(), sent.target(), sent.headers(), Bytes.utf8(witness.toString()));
        findings.add(
            draft(type, "a body that matches is refused: " + refusal)
                .shown(findings.refused(message, refusal))
                .against(
                    why.map(it -> new Sentence(it.sentence(), it.sentenceText()))
                        .orElseGet(() -> new Sentence(type.place(), type.sourceLine()))));
      }
      case Inclusion.Unknown(String reason, List<String> tried) ->
          findings.add(
              draft(
                      type,
                      "the example is taken; whether all that matches is taken is not decided: "
                          + reason)
                  .shown(new Evidence.Undecided(reason, tried))
                  .against(new Sentence(type.place(), type.sourceLine())));
    }
  }

  private static Draft draft(MediaTypeSpec type, String message) {
    return Draft.of(
        AgreeRules.BODY_REFUSED,
        Impact.RISKY,
        Part.REQUEST_BODY,
        type.mediaType().essence(),
        message);
  }
}
