package dev.concordat.compare.need;

import dev.concordat.compare.need.Example.Spot;
import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;
import java.util.Optional;

/// Whether the provider takes any body that has the part that the consumer is known to send.
final class SentPartCheck {
  private final HttpFindings findings;

  SentPartCheck(HttpFindings findings) {
    this.findings = findings;
  }

  void check(HttpOperation operation) {
    HttpNeed need = findings.need();
    Optional<MediaTypeSpec> type =
        operation.body().stream()
            .flatMap(body -> body.content().stream())
            .filter(spec -> spec.mediaType().isJson())
            .findFirst();
    Optional<Schema> schema = type.flatMap(MediaTypeSpec::schema);
    Optional<Example> part = need.request().bodyPart();
    if (part.isEmpty() || schema.isEmpty() || need.expectsRefusal()) {
      return;
    }
    // The provider reads here: what it does not speak of is taken.
    var conflicts = new Conflicts(new Questions(Reading.LITERAL), schema.get(), Direction.REQUEST);
    for (Spot spot : conflicts.in(part.get(), Shape.EXAMPLE)) {
      refused(spot, part.get(), schema.get(), type.get().mediaType());
    }
  }

  private void refused(Spot spot, Example part, Schema schema, MediaType type) {
    String why =
        ProviderPlaces.objection(schema, spot.steps(), spot.value())
            .map(Violation::message)
            .orElse("no body with it is taken");
    HttpRequestMessage sent = findings.need().request().message();
    var shown =
        new HttpRequestMessage(
            sent.method(),
            sent.target(),
            List.of(new Header("Content-Type", type.toString())),
            Bytes.utf8(part.value().toString()));
    findings.add(
        Draft.of(
                AgreeRules.BODY_REFUSED,
                Impact.BREAKS,
                Part.REQUEST_BODY,
                type.essence(),
                "a body with " + spot.pointer() + " " + spot.value() + " is refused: " + why)
            .at(spot.pointer())
            .named(Steps.exactly(spot.steps()))
            .shown(findings.refused(shown, why))
            .against(ProviderPlaces.sentence(schema, spot.steps())));
  }
}
