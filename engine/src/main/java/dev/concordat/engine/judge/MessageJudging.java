package dev.concordat.engine.judge;

import dev.concordat.contracts.asyncapi.MessageJudge;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.BreachRules;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges messages by the AsyncAPI contracts of their publisher and, where that is kept, of their subscribers.
final class MessageJudging {
  /// The header of messages that Concordat published itself, for which nobody can be blamed.
  private static final String OWN = Judge.OWN_MESSAGE;

  private final List<Reader> publishers = new ArrayList<>();
  private final List<Reader> subscribers = new ArrayList<>();

  MessageJudging(ContractBook book) {
    for (ContractBook.Topic topic : book.topics()) {
      var reader = new Reader(topic, new MessageJudge(topic.contract()));
      (topic.isPublished() ? publishers : subscribers).add(reader);
    }
  }

  private record Reader(ContractBook.Topic topic, MessageJudge judge) {
    String system() {
      return topic.system();
    }

    boolean covers(MessageDelivery message) {
      return topic.covers(message.address());
    }
  }

  List<Finding> judge(MessageDelivery message, CaseView in) {
    if (Headers.first(message.headers(), OWN).isPresent()) {
      return List.of();
    }
    Optional<Reader> publisher = first(publishers, message);
    if (publisher.isEmpty()) {
      return undocumented(message, in);
    }
    List<Breach> breaches = publisher.get().judge().judge(message);
    if (breaches.isEmpty()) {
      return needs(publisher.get().system(), message, in);
    }
    String system = publisher.get().system();
    String why = system + " publishes " + message.address() + " and its contract says otherwise";
    return breaches.stream()
        .map(
            breach ->
                Findings.of(breach, BreachRules.of(breach.kind()), system, Side.PUBLISHER, why)
                    .on(message, in.id()))
        .toList();
  }

  private static Optional<Reader> first(List<Reader> readers, MessageDelivery message) {
    return readers.stream().filter(reader -> reader.covers(message)).findFirst();
  }

  /// A topic that no contract knows can be laid at a system's door only where one system publishes at all.
  private List<Finding> undocumented(MessageDelivery message, CaseView in) {
    List<String> candidates = publishers.stream().map(Reader::system).distinct().toList();
    boolean isKnown = first(subscribers, message).isPresent();
    if (isKnown || candidates.size() != 1 || message.address().startsWith("_")) {
      return List.of();
    }
    String system = candidates.getFirst();
    return List.of(
        Findings.plain(
                ConformRules.UNDOCUMENTED_MESSAGE,
                system,
                Side.PUBLISHER,
                system + " is the only system here that publishes",
                message.address(),
                "",
                "a message was published to " + message.address() + ", which no contract describes")
            .on(message, in.id()));
  }

  private List<Finding> needs(String publisher, MessageDelivery message, CaseView in) {
    var findings = new ArrayList<Finding>();
    for (Reader subscriber : subscribers) {
      if (subscriber.covers(message)) {
        String why =
            publisher
                + " publishes it; "
                + subscriber.system()
                + " says in "
                + subscriber.topic().contract().file()
                + " that it needs more";
        subscriber.judge().judge(message).stream()
            .map(
                breach ->
                    Findings.of(
                            breach,
                            ConformRules.CONSUMER_NEED_UNMET,
                            publisher,
                            Side.PUBLISHER,
                            why)
                        .on(message, in.id()))
            .forEach(findings::add);
      }
    }
    return findings;
  }
}
