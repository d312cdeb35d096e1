package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Each message of the senders with the one that the receivers take it for: its namesake, the only one, or any that takes
/// all it may say.
final class MessageMatching {
  /// Messages that one message is held against.
  private static final int MAX_TRIED = 50;

  private final Findings findings;
  private final Traffic traffic;
  private final Set<MessageSpec> met = Collections.newSetFromMap(new IdentityHashMap<>());

  private MessageMatching(Findings findings, Traffic traffic) {
    this.findings = findings;
    this.traffic = traffic;
  }

  static void compare(Findings findings, Traffic traffic) {
    var matching = new MessageMatching(findings, traffic);
    // A receiver that describes no message takes all.
    if (traffic.received().isEmpty()) {
      return;
    }
    traffic.sent().forEach(matching::compare);
    if (findings.isDiff()) {
      matching.gone();
    }
  }

  private void compare(MessageSpec sent) {
    Optional<MessageSpec> meant = meant(sent);
    List<Difference> found =
        meant
            .map(received -> MessageComparison.compare(findings, traffic, sent, received))
            .orElse(List.of());
    if (meant.isPresent() && Findings.areHarmless(found)) {
      met.add(meant.get());
      findings.addAll(with(found, renamed(sent, meant.get())));
      return;
    }
    Optional<MessageSpec> other = fitting(sent, meant);
    if (other.isPresent()) {
      met.add(other.get());
      findings.addAll(
          with(
              MessageComparison.compare(findings, traffic, sent, other.get()),
              renamed(sent, other.get())));
    } else if (meant.isPresent()) {
      met.add(meant.get());
      findings.addAll(found);
    } else {
      findings.add(unexpected(sent));
    }
  }

  private Optional<MessageSpec> meant(MessageSpec sent) {
    boolean isOnly = traffic.sent().size() == 1 && traffic.received().size() == 1;
    return traffic.received().stream()
        .filter(received -> isOnly || received.name().equals(sent.name()))
        .findFirst();
  }

  private Optional<MessageSpec> fitting(MessageSpec sent, Optional<MessageSpec> except) {
    return traffic.received().stream()
        .filter(received -> !except.equals(Optional.of(received)))
        .limit(MAX_TRIED)
        .filter(
            received ->
                Findings.areHarmless(MessageComparison.compare(findings, traffic, sent, received)))
        .findFirst();
  }

  private static List<Difference> with(List<Difference> found, Optional<Difference> other) {
    var all = new ArrayList<>(found);
    other.ifPresent(all::add);
    return all;
  }

  private static Sentence at(MessageSpec message) {
    return new Sentence(message.place(), message.sourceLine());
  }

  private Optional<Difference> renamed(MessageSpec sent, MessageSpec received) {
    if (sent.name().equals(received.name())) {
      return Optional.empty();
    }
    return Optional.of(
        Findings.stated(
            AgreeRules.CLIENT_CODE_CHANGED,
            Impact.CLIENT_CODE,
            traffic.position(Position.Part.MESSAGE, sent.name()),
            "the message "
                + sent.name()
                + " of "
                + findings.sender(traffic.way())
                + " is "
                + received.name()
                + " in "
                + findings.receiver(traffic.way()),
            Optional.of(traffic.way().isSentByBefore() ? at(sent) : at(received)),
            Optional.of(traffic.way().isSentByBefore() ? at(received) : at(sent))));
  }

  /// A consumer's document names what it cares for; whether it minds others is not told by it.
  private Difference unexpected(MessageSpec sent) {
    Optional<Sample> sample = new Samples(findings).of(traffic.senders(), sent);
    Optional<Evidence> witness = sample.flatMap(each -> new Proof(findings, traffic).shown(each));
    boolean isTaken = sample.isPresent() && witness.isEmpty();
    Impact worst =
        findings.isDiff() || traffic.way().isSentByBefore() ? Impact.BREAKS : Impact.RISKY;
    Rule rule = AgreeMessageRules.MESSAGE_UNEXPECTED;
    Optional<Sentence> here = Optional.of(at(sent));
    Evidence undecided =
        new Evidence.Undecided(
            "a small message of its kind is taken for another one", List.of("a small message"));
    return Findings.with(
        witness.orElse(isTaken ? undecided : new Evidence.Stated()),
        rule,
        isTaken ? Impact.UNKNOWN : worst,
        traffic.position(Position.Part.MESSAGE, sent.name()),
        findings.sender(traffic.way())
            + " may send the message "
            + sent.name()
            + ", which "
            + findings.receiver(traffic.way())
            + " does not know",
        traffic.way().isSentByBefore() ? here : Optional.empty(),
        traffic.way().isSentByBefore() ? Optional.empty() : here);
  }

  /// What readers of the old version know and the new one no longer sends; what only new readers know does no harm.
  private void gone() {
    for (MessageSpec received : traffic.received()) {
      if (!met.contains(received) && isUnsent(received)) {
        boolean isAwaited = !traffic.way().isSentByBefore();
        findings.add(
            Findings.stated(
                isAwaited ? AgreeMessageRules.MESSAGE_GONE : AgreeRules.CHANGED_SAFELY,
                isAwaited ? Impact.RISKY : Impact.SAFE,
                traffic.position(Position.Part.MESSAGE, received.name()),
                isAwaited
                    ? findings.sender(traffic.way())
                        + " no longer sends the message "
                        + received.name()
                    : findings.receiver(traffic.way())
                        + " also takes the message "
                        + received.name(),
                isAwaited ? Optional.of(at(received)) : Optional.empty(),
                isAwaited ? Optional.empty() : Optional.of(at(received))));
      }
    }
  }

  private boolean isUnsent(MessageSpec received) {
    return traffic.sent().stream().noneMatch(sent -> sent.name().equals(received.name()));
  }
}
