package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The headers that a sender's message may have, with those that a receiver's must have. A message has several schemas for
/// them where traits add some; its headers keep all.
final class HeaderComparison {
  private HeaderComparison() {}

  static List<Difference> compare(
      Findings findings,
      Traffic traffic,
      MessageSpec sent,
      MessageSpec received,
      Optional<Sample> sample,
      Position position,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    List<Schema> written = sent.headers();
    List<Schema> read = received.headers();
    if (read.stream().allMatch(Schema::allowsAll)) {
      return List.of();
    }
    var proof = new Proof(findings, traffic);
    if (!written.isEmpty() && written.size() == read.size()) {
      var found = new ArrayList<Difference>();
      for (int i = 0; i < read.size(); i++) {
        found.addAll(
            proof.differences(
                written.get(i),
                read.get(i),
                position,
                AgreeMessageRules.MESSAGE_HEADERS_UNREADABLE,
                sample,
                HeaderComparison::placed));
      }
      return found;
    }
    if (written.isEmpty() && read.stream().allMatch(schema -> schema.accepts(JsonObject.EMPTY))) {
      return List.of();
    }
    Optional<Evidence> witness = sample.flatMap(each -> proof.shownBy(each, received));
    String sentence =
        written.isEmpty()
            ? findings.receiver(traffic.way())
                + " asks for headers, "
                + findings.sender(traffic.way())
                + " names none"
            : "the headers are described by "
                + read.size()
                + " schemas on one side and by "
                + written.size()
                + " on the other";
    Evidence undecided =
        new Evidence.Undecided("several schemas of headers", List.of("a small message"));
    return List.of(
        Findings.with(
            witness.orElse(undecided),
            AgreeMessageRules.MESSAGE_HEADERS_UNREADABLE,
            witness.isPresent() ? Impact.BREAKS : Impact.UNKNOWN,
            position,
            sentence,
            before,
            after));
  }

  private static Sample placed(JsonValue value, Sample base) {
    return value instanceof JsonObject headers ? base.withHeaders(headers) : base;
  }
}
