package dev.concordat.compare.asyncapi;

import dev.concordat.compare.avro.AvroCompatibility;
import dev.concordat.compare.avro.AvroIssue;
import dev.concordat.compare.avro.Roles;
import dev.concordat.contracts.asyncapi.MessageContent;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One message as its sender describes it, with one as its receiver does.
final class MessageComparison {
  private final Findings findings;
  private final Traffic traffic;
  private final MessageSpec sent;
  private final MessageSpec received;
  private final Optional<Sample> sample;
  private final List<Difference> found = new ArrayList<>();

  private MessageComparison(
      Findings findings, Traffic traffic, MessageSpec sent, MessageSpec received) {
    this.findings = findings;
    this.traffic = traffic;
    this.sent = sent;
    this.received = received;
    this.sample = new Samples(findings).of(traffic.senders(), sent);
  }

  static List<Difference> compare(
      Findings findings, Traffic traffic, MessageSpec sent, MessageSpec received) {
    var comparison = new MessageComparison(findings, traffic, sent, received);
    if (comparison.isOfType()) {
      comparison.payload();
    }
    comparison.headers();
    comparison.key();
    comparison.correlation();
    return List.copyOf(comparison.found);
  }

  private static Sentence at(MessageSpec message) {
    return new Sentence(message.place(), message.sourceLine());
  }

  private Optional<Sentence> before() {
    return Optional.of(traffic.way().isSentByBefore() ? at(sent) : at(received));
  }

  private Optional<Sentence> after() {
    return Optional.of(traffic.way().isSentByBefore() ? at(received) : at(sent));
  }

  private Position message(Position.Part part, String detail) {
    return traffic.position(part, sent.name() + detail);
  }

  private boolean isOfType() {
    if (received.contentType().includes(sent.contentType())) {
      return true;
    }
    String what =
        findings.sender(traffic.way())
            + " sends "
            + sent.contentType()
            + ", "
            + findings.receiver(traffic.way())
            + " reads "
            + received.contentType();
    Evidence evidence =
        sample
            .map(each -> each.ofType(sent))
            .flatMap(each -> proof().shownBy(each, received))
            .orElseGet(Evidence.Stated::new);
    found.add(
        Findings.with(
            evidence,
            AgreeMessageRules.MESSAGE_UNREADABLE,
            Impact.BREAKS,
            message(Position.Part.MESSAGE, ""),
            what,
            before(),
            after()));
    return false;
  }

  private Proof proof() {
    return new Proof(findings, traffic);
  }

  private void payload() {
    Position position = message(Position.Part.MESSAGE, "");
    content(
        sent.content(),
        received.content(),
        position,
        AgreeMessageRules.MESSAGE_UNREADABLE,
        "payload",
        (value, base) -> base.withPayload(value));
  }

  private void key() {
    if (received.keyContent().isPresent()) {
      content(
          sent.keyContent(),
          received.keyContent(),
          message(Position.Part.MESSAGE_HEADERS, " key"),
          AgreeMessageRules.MESSAGE_HEADERS_UNREADABLE,
          "key",
          (value, base) -> base.withKey(value));
    }
  }

  private void content(
      Optional<MessageContent> from,
      Optional<MessageContent> to,
      Position position,
      Rule rule,
      String noun,
      Proof.Placing placing) {
    if (to.isEmpty()) {
      return;
    }
    if (from.isEmpty()) {
      if (!allowsAll(to.get())) {
        undecided(
            position, rule, findings.sender(traffic.way()) + " does not describe the " + noun);
      }
      return;
    }
    switch (from.get()) {
      case MessageContent.OfJson(Schema written)
          when to.get() instanceof MessageContent.OfJson(Schema read) ->
          schemas(written, read, position, rule, placing);
      case MessageContent.OfAvro(AvroSchema written)
          when to.get() instanceof MessageContent.OfAvro(AvroSchema read) ->
          avro(written, read, position, rule);
      case MessageContent.Unjudged written
          when to.get() instanceof MessageContent.Unjudged read
              && written.format().equals(read.format()) -> {
        if (!written.written().equals(read.written())) {
          undecided(position, rule, "schemas in '" + written.format() + "' are not compared");
        }
      }
      case MessageContent other ->
          undecided(
              position,
              rule,
              "one "
                  + noun
                  + " is described in "
                  + Languages.of(other)
                  + ", the other in "
                  + Languages.of(to.get()));
    }
  }

  private static boolean allowsAll(MessageContent content) {
    return content instanceof MessageContent.OfJson(Schema schema) && schema.allowsAll();
  }

  private void undecided(Position position, Rule rule, String reason) {
    found.add(
        Findings.with(
            new Evidence.Undecided(reason, List.of()),
            rule,
            Impact.UNKNOWN,
            position,
            "whether it can be read is not known: " + reason,
            before(),
            after()));
  }

  private void schemas(
      Schema written, Schema read, Position position, Rule rule, Proof.Placing placing) {
    found.addAll(proof().differences(written, read, position, rule, sample, placing));
  }

  private void avro(AvroSchema written, AvroSchema read, Position position, Rule rule) {
    var roles = new Roles(findings.sender(traffic.way()), findings.receiver(traffic.way()));
    for (AvroIssue issue : AvroCompatibility.issues(written, read, roles)) {
      boolean isTold = issue.isOfData() || findings.isDiff();
      if (isTold) {
        Difference told = issue.difference(position, traffic.way().isSentByBefore());
        found.add(issue.impact() == Impact.BREAKS ? withRule(told, rule) : told);
      }
    }
  }

  private static Difference withRule(Difference difference, Rule rule) {
    return new Difference(
        rule,
        difference.impact(),
        difference.evidence(),
        difference.position(),
        difference.pointer(),
        difference.message(),
        difference.before(),
        difference.after(),
        difference.aliases(),
        difference.affected());
  }

  private void headers() {
    found.addAll(
        HeaderComparison.compare(
            findings,
            traffic,
            sent,
            received,
            sample,
            message(Position.Part.MESSAGE_HEADERS, ""),
            before(),
            after()));
  }

  private void correlation() {
    if (received.correlationId().isEmpty()
        || sent.correlationId()
            .map(id -> id.location())
            .equals(received.correlationId().map(id -> id.location()))) {
      return;
    }
    String where = received.correlationId().get().location().toString();
    Evidence evidence =
        sample.flatMap(each -> proof().shownBy(each, received)).orElseGet(Evidence.Stated::new);
    found.add(
        Findings.with(
            evidence,
            AgreeMessageRules.MESSAGE_HEADERS_UNREADABLE,
            evidence instanceof Evidence.Witnessed ? Impact.BREAKS : Impact.MEANING,
            message(Position.Part.MESSAGE_HEADERS, " correlation id"),
            findings.receiver(traffic.way())
                + " looks for the correlation id at "
                + where
                + sent.correlationId()
                    .map(
                        id -> ", " + findings.sender(traffic.way()) + " has it at " + id.location())
                    .orElse(", " + findings.sender(traffic.way()) + " does not name one"),
            before(),
            after()));
  }
}
