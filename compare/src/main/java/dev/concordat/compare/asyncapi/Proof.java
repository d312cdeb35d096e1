package dev.concordat.compare.asyncapi;

import dev.concordat.compare.jsonschema.SchemaTelling;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Verdict;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whole messages that show what schemas do, held against both documents before they are told.
final class Proof {
  private static final String JUDGE = "judge of messages";

  private final Findings findings;
  private final Traffic traffic;

  Proof(Findings findings, Traffic traffic) {
    this.findings = findings;
    this.traffic = traffic;
  }

  /// Puts a value into its part of a message.
  interface Placing {
    Sample place(JsonValue value, Sample base);
  }

  /// What two schemas of one part of a message differ in.
  ///
  /// @param sample a message that keeps the sender's contract; absent where none could be made
  List<Difference> differences(
      Schema written,
      Schema read,
      Position position,
      Rule rule,
      Optional<Sample> sample,
      Placing placing) {
    Schema before = traffic.way().isSentByBefore() ? written : read;
    Schema after = traffic.way().isSentByBefore() ? read : written;
    Sample base =
        sample.orElseGet(
            () ->
                new Sample(
                    Addresses.example(traffic.senders()),
                    JsonObject.EMPTY,
                    Optional.empty(),
                    JsonObject.EMPTY,
                    Optional.empty()));
    var telling =
        new SchemaTelling(
            position,
            traffic.way(),
            findings.sender(traffic.way()),
            findings.receiver(traffic.way()),
            rule,
            value -> placing.place(value, base).shown());
    var told = new ArrayList<Difference>();
    for (SchemaDifference each : findings.schemas().compare(before, after, traffic.way())) {
      told.add(
          each.verdict() instanceof Verdict.Breaks breaks
              ? judged(telling.tell(each), placing.place(breaks.witness(), base), sample)
              : telling.tell(each));
    }
    return told;
  }

  /// A break whose message another message of the channel covers is none for sure.
  private Difference judged(Difference told, Sample message, Optional<Sample> sample) {
    if (!(told.evidence() instanceof Evidence.Witnessed(Witness witness))) {
      return told;
    }
    Jury receivers = jury(traffic.received());
    if (receivers.accepts(message)) {
      String reason =
          traffic.received().size() > 1
              ? "the value is refused, and the message is taken for another one of the channel"
              : "the value is refused, and its text is taken";
      return with(told, Impact.UNKNOWN, new Evidence.Undecided(reason, List.of(JUDGE)));
    }
    boolean isSent =
        sample.isPresent()
            && new Jury(traffic.senders(), traffic.sent(), message.address()).accepts(message);
    if (!isSent) {
      return told;
    }
    var voters = new ArrayList<>(witness.voters());
    voters.add(JUDGE);
    return with(
        told,
        told.impact(),
        new Evidence.Witnessed(
            new Witness(
                witness.message(),
                witness.sender(),
                witness.receiver(),
                witness.refusal(),
                voters)));
  }

  private Jury jury(List<MessageSpec> messages) {
    return new Jury(traffic.receivers(), messages, Addresses.example(traffic.senders()));
  }

  private static Difference with(Difference told, Impact impact, Evidence evidence) {
    return new Difference(
        told.rule(),
        impact,
        evidence,
        told.position(),
        told.pointer(),
        told.message(),
        told.before(),
        told.after(),
        told.aliases(),
        told.affected());
  }

  /// The message as a witness, if the sender's document takes it and one message of the receiver's does not.
  Optional<Evidence> shownBy(Sample message, MessageSpec received) {
    return shown(message, List.of(received));
  }

  /// The message as a witness, if the sender's document takes it and the receiver's does not.
  Optional<Evidence> shown(Sample message) {
    return shown(message, traffic.received());
  }

  private Optional<Evidence> shown(Sample message, List<MessageSpec> received) {
    boolean isSent =
        new Jury(traffic.senders(), traffic.sent(), message.address()).accepts(message);
    return isSent
        ? jury(received)
            .refusal(message)
            .map(
                refusal ->
                    new Evidence.Witnessed(
                        new Witness(
                            shownAs(message),
                            findings.sender(traffic.way()),
                            findings.receiver(traffic.way()),
                            refusal,
                            List.of(JUDGE))))
        : Optional.empty();
  }

  private static WitnessMessage shownAs(Sample message) {
    return message.shown();
  }
}
