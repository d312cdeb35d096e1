package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.compare.need.MessageNeed.Parcel;
import dev.concordat.compare.need.Objection.Kind;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of an operation's messages is the one that a consumer needs, or sends.
final class MessageCheck {
  private final Findings findings;
  private final Questions questions;
  private final String address;
  private final boolean isDetailed;
  private final boolean hasCodes;

  /// @param isDetailed whether each part that may differ is told by itself
  MessageCheck(Findings findings, Questions questions, String address, boolean isDetailed) {
    this(findings, questions, address, isDetailed, true);
  }

  private MessageCheck(
      Findings findings,
      Questions questions,
      String address,
      boolean isDetailed,
      boolean hasCodes) {
    this.findings = findings;
    this.questions = questions;
    this.address = address;
    this.isDetailed = isDetailed;
    this.hasCodes = hasCodes;
  }

  /// The same where the other tool would not have gone on.
  MessageCheck withoutCodes() {
    return new MessageCheck(findings, questions, address, isDetailed, false);
  }

  /// One message that may be meant, and what speaks against it.
  ///
  /// The worst kind that was found is empty where nothing speaks against it.
  private record Candidate(MessageSpec message, List<MessageObjection> objections) {
    Optional<Kind> worst() {
      return objections.stream().map(one -> one.objection().kind()).min(Kind::compareTo);
    }

    /// How many parts of the payload never come.
    long unlikePayload() {
      return objections.stream()
          .filter(one -> one.part() == Part.MESSAGE)
          .filter(one -> one.objection().kind() != Kind.MAY_DIFFER)
          .count();
    }

    /// Whether the example itself may be such a message.
    boolean isMatch() {
      return worst().filter(kind -> kind != Kind.MAY_DIFFER).isEmpty();
    }
  }

  /// Whether one of the messages is what the consumer needs.
  boolean received(Parcel parcel, List<MessageSpec> messages, Sentence at) {
    return choose(parcel, messages, at, false);
  }

  /// Whether one of the messages is what the consumer sends.
  boolean sent(Parcel parcel, List<MessageSpec> messages, Sentence at) {
    return choose(parcel, messages, at, true);
  }

  private boolean choose(Parcel parcel, List<MessageSpec> messages, Sentence at, boolean isSent) {
    List<Candidate> candidates = new ArrayList<>();
    for (MessageSpec message : messages) {
      var parts = new MessageParts(questions, message, parcel, isDetailed);
      var candidate = new Candidate(message, isSent ? parts.sent() : parts.received());
      if (candidate.isMatch()) {
        matched(parcel, candidate, isSent);
        return true;
      }
      candidates.add(candidate);
    }
    if (candidates.isEmpty()) {
      nothing("the operation documents no message", Impact.BREAKS, new Evidence.Stated(), at);
      return false;
    }
    Candidate nearest = nearest(candidates);
    refused(nearest, candidates.size(), isSent);
    return nearest.worst().filter(kind -> kind == Kind.NEVER).isEmpty();
  }

  /// The one whose payload fits best: headers are often shared by all messages of a channel.
  private static Candidate nearest(List<Candidate> candidates) {
    return Collections.min(
        candidates,
        Comparator.comparingLong(Candidate::unlikePayload)
            .thenComparing(each -> each.worst().orElseThrow(), Comparator.reverseOrder())
            .thenComparingInt(each -> each.objections().size()));
  }

  private void matched(Parcel parcel, Candidate candidate, boolean isSent) {
    MessageSpec message = candidate.message();
    for (MessageObjection each : candidate.objections()) {
      findings.add(draft(each, message, isSent, Impact.RISKY));
    }
    if (parcel.isPresent() && message.content().isEmpty() && parcel.payload().isPresent()) {
      findings.add(
          Draft.of(
                  AgreeNeedRules.UNSPOKEN,
                  Impact.RISKY,
                  Part.MESSAGE,
                  message.name(),
                  "nothing is documented about the payload")
              .against(sentence(message))
              .alias(codes(PactflowCodes.warning("message.payload.unknown"))));
    }
    if (parcel.isPresent() && parcel.payload().isEmpty()) {
      findings.add(
          Draft.of(
                  AgreeNeedRules.COMPARED_BY_EXAMPLE,
                  Impact.RISKY,
                  Part.MESSAGE,
                  message.name(),
                  "the payload is not JSON and was not compared")
              .shown(
                  new Evidence.Undecided(
                      "payloads of type " + parcel.contentType().orElse("unknown"), List.of()))
              .against(sentence(message))
              .alias(codes(PactflowCodes.warning("message.payload.unvalidatable"))));
    }
    findings.add(
        Draft.of(
                AgreeNeedRules.NEED_MET,
                Impact.SAFE,
                Part.MESSAGE,
                message.name(),
                isSent
                    ? "it is sent as the message '" + message.name() + "'"
                    : "the message '" + message.name() + "' is what is needed")
            .against(sentence(message))
            .alias(codes(PactflowCodes.info("message.matched"))));
  }

  private List<Alias> codes(List<Alias> codes) {
    return hasCodes ? codes : List.of();
  }

  private static Sentence sentence(MessageSpec message) {
    return new Sentence(message.place(), message.sourceLine());
  }

  private void nothing(String why, Impact impact, Evidence evidence, Sentence against) {
    findings.add(
        Draft.of(AgreeRules.NOTHING_IN_COMMON, impact, Part.MESSAGE, "", why)
            .against(against)
            .shown(evidence)
            .alias(codes(PactflowCodes.error("message.no.match"))));
  }

  /// No message is it; the nearest one tells why.
  @SuppressWarnings("ReferenceEquality") // the one that was told first, not one like it
  private void refused(Candidate nearest, int all, boolean isSent) {
    Kind worst = nearest.worst().orElseThrow();
    MessageObjection first =
        nearest.objections().stream()
            .filter(one -> one.objection().kind() == worst)
            .findFirst()
            .orElseThrow();
    Impact impact =
        switch (worst) {
          case NEVER -> Impact.BREAKS;
          case OPEN -> Impact.UNKNOWN;
          case NOT_THE_EXAMPLE, UNDECLARED, MAY_DIFFER -> Impact.RISKY;
        };
    String of =
        all == 1
            ? ""
            : "none of "
                + all
                + " messages fits; the nearest is '"
                + nearest.message().name()
                + "': ";
    Draft draft = draft(first, nearest.message(), isSent, impact);
    findings.add(
        new Draft(
            draft.rule(),
            draft.impact(),
            draft.part(),
            draft.detail(),
            draft.name(),
            draft.pointer(),
            draft.evidence(),
            of + draft.message(),
            draft.provider(),
            codes(PactflowCodes.error("message.no.match"))));
    nearest.objections().stream()
        .filter(one -> one != first && one.objection().kind() != Kind.MAY_DIFFER)
        .forEach(one -> findings.add(draft(one, nearest.message(), isSent, impact(one))));
  }

  private static Impact impact(MessageObjection objection) {
    return switch (objection.objection().kind()) {
      case NEVER -> Impact.BREAKS;
      case OPEN -> Impact.UNKNOWN;
      case NOT_THE_EXAMPLE, UNDECLARED, MAY_DIFFER -> Impact.RISKY;
    };
  }

  private Draft draft(MessageObjection each, MessageSpec message, boolean isSent, Impact impact) {
    Objection objection = each.objection();
    String what = each.part() == Part.MESSAGE_HEADERS ? "headers: " : "";
    return Draft.of(
            each.rule(isSent), impact, each.part(), message.name(), what + objection.message())
        .at(objection.pointer())
        .named(objection.named())
        .against(objection.provider())
        .shown(evidence(each, isSent));
  }

  private Evidence evidence(MessageObjection each, boolean isSent) {
    Objection objection = each.objection();
    return objection
        .witness()
        .map(untaken -> Findings.witnessed(message(each, untaken.value()), isSent, untaken.why()))
        .or(() -> objection.undecided().map(undecided -> (Evidence) undecided))
        .orElseGet(Evidence.Stated::new);
  }

  private WitnessMessage message(MessageObjection each, JsonValue value) {
    return each.part() == Part.MESSAGE_HEADERS
        ? new WitnessMessage.Message(address, value, JsonObject.EMPTY)
        : new WitnessMessage.Message(address, JsonObject.EMPTY, value);
  }
}
