package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.MessageExpression;
import dev.concordat.contracts.asyncapi.Reply;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.standin.ProvenanceHeader;
import dev.concordat.standin.Verification;
import dev.concordat.standin.message.Received.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Speaks for a system by its AsyncAPI contract, whatever carries the messages: makes those that it sends, judges those that it
/// takes, and answers those that ask. What it makes depends on the contract, the seed and the messages before, and on nothing
/// else. Thread-safe.
public final class MessageStandIn {
  private static final String REPLIES = "concordat-replies-";

  private final AsyncApiContract contract;
  private final MessageSettings settings;
  private final Plan plan;
  private final Header provenance;
  private final Choosing choosing;
  private final List<Hearing> hearings;
  private final Map<String, Integer> counts = new HashMap<>();

  public MessageStandIn(AsyncApiContract contract, MessageSettings settings) {
    this.contract = contract;
    this.settings = settings;
    this.plan = Plan.of(contract, settings.isCounterpart());
    this.provenance =
        ProvenanceHeader.of(contract.title())
            .with("version", contract.version())
            .with("meaning", Meaning.of(contract).map(meaning -> meaning.digest()).orElse(""))
            .with("seed", settings.seed())
            .of(new Verification.Never());
    this.choosing = new Choosing(new Drafting(settings.seed(), provenance));
    this.hearings = plan.plays().stream().flatMap(play -> hearing(play).stream()).toList();
  }

  public AsyncApiContract contract() {
    return contract;
  }

  public MessageSettings settings() {
    return settings;
  }

  /// The operations that it plays.
  public List<Play> plays() {
    return plan.plays();
  }

  /// The operations that it cannot play, each with the reason.
  public List<String> unserved() {
    return plan.unserved();
  }

  /// Tells for which contract it speaks.
  public Header provenance() {
    return provenance;
  }

  /// Whether messages of the topic are its business.
  public boolean hears(String topic) {
    return hearings.stream().anyMatch(hearing -> hearing.hears(topic));
  }

  private static Optional<Hearing> hearing(Play play) {
    if (!play.isSending()) {
      return Optional.of(
          new Hearing(play, play.channel(), play.messages(), Optional.empty(), false));
    }
    return play.operation().reply().map(reply -> answers(play, reply));
  }

  private static Hearing answers(Play play, Reply reply) {
    Channel channel = reply.channel().orElse(play.channel());
    boolean isOpen =
        reply.channel().isEmpty()
            || (channel.address().isEmpty() && channel.kafkaTopic().isEmpty());
    return new Hearing(
        play,
        channel,
        reply.messages(),
        isOpen ? Optional.of(replyTopic(play)) : Optional.empty(),
        true);
  }

  /// A topic of the stand-in's own for answers.
  private static String replyTopic(Play play) {
    return REPLIES + play.id().replaceAll("[^a-zA-Z0-9._-]", "-");
  }

  /// The message that is asked for. Each operation counts its own.
  public synchronized Production produce(Order order) {
    Optional<Play> play =
        plan.plays().stream()
            .filter(each -> each.isSending() && each.id().equals(order.operation()))
            .findFirst();
    if (play.isEmpty()) {
      List<String> sending = plan.plays().stream().filter(Play::isSending).map(Play::id).toList();
      return new Production.Refused(
          "no operation '"
              + order.operation()
              + "' sends messages here; those that do are "
              + sending
              + DidYouMean.nextSentence(order.operation(), sending));
    }
    var target =
        new Target(play.get().id(), play.get().channel(), play.get().messages(), Optional.empty());
    Production production =
        choosing.next(
            target, addressed(play.get(), order), count(order.operation()), Optional.empty());
    if (production instanceof Production.Made) {
      counts.merge(order.operation(), 1, Integer::sum);
    }
    return production;
  }

  private int count(String operation) {
    return counts.getOrDefault(operation, 0);
  }

  /// A message that says where its answer is wanted names a topic that is listened to, where the contract leaves that open.
  private Order addressed(Play play, Order order) {
    Optional<MessageExpression> location = play.operation().reply().flatMap(Reply::address);
    boolean isOpen =
        hearings.stream()
            .anyMatch(each -> each.play().equals(play) && each.openTopic().isPresent());
    if (location.isEmpty() || !isOpen || order.payload().isPresent()) {
      return order;
    }
    Order with = Wishes.replyAt(order, location.get(), replyTopic(play));
    var target = new Target(play.id(), play.channel(), play.messages(), Optional.empty());
    return choosing.next(target, with, count(play.id()), Optional.empty())
            instanceof Production.Made
        ? with
        : order;
  }

  /// What the contract says of a message on a topic that it hears, and what answers it.
  ///
  /// @throws IllegalArgumentException for a topic that it does not hear
  public synchronized Received receive(MessageDelivery delivery) {
    List<Hearing> here =
        hearings.stream().filter(hearing -> hearing.hears(delivery.address())).toList();
    if (here.isEmpty()) {
      throw new IllegalArgumentException(delivery.address() + " is not heard");
    }
    Judging.Judged judged = Judging.of(here, delivery);
    String note = Judging.undecided(judged.message(), delivery);
    List<Breach> breaches = judged.breaches();
    Verdict verdict =
        !breaches.isEmpty() ? Verdict.BROKEN : note.isEmpty() ? Verdict.KEPT : Verdict.UNDECIDED;
    Optional<JsonValue> payload = judged.judge().payloadOf(delivery);
    Optional<JsonValue> correlation = judged.judge().correlationIdOf(delivery);
    return new Received(
        judged.by().play().id(),
        judged.message().map(message -> message.name()).orElse(""),
        verdict,
        breaches,
        note,
        payload,
        correlation,
        verdict == Verdict.BROKEN || judged.by().isReply()
            ? Optional.empty()
            : judged
                .by()
                .play()
                .operation()
                .reply()
                .map(reply -> answer(judged.by().play(), reply, delivery, payload, correlation)));
  }

  private Production answer(
      Play play,
      Reply reply,
      MessageDelivery request,
      Optional<JsonValue> payload,
      Optional<JsonValue> correlation) {
    Optional<String> topic =
        reply.address().flatMap(at -> at.in(request, payload)).map(Payloads::text);
    Channel channel = reply.channel().orElse(play.channel());
    if (topic.isEmpty() && reply.channel().isEmpty()) {
      return new Production.Refused(
          "the message says not where its answer is wanted ("
              + reply.at().place().shortForm()
              + ")");
    }
    String id = "reply to " + play.id();
    var target = new Target(id, channel, reply.messages(), topic);
    Order plain = Order.next(id);
    Production first = choosing.next(target, plain, count(id), correlation);
    Production echoed =
        first instanceof Production.Made(Draft draft)
            ? Echo.of(payload, draft.payload(), !draft.origin().equals("made"))
                .map(
                    same -> choosing.next(target, Wishes.with(plain, same), count(id), correlation))
                .filter(Production.Made.class::isInstance)
                .orElse(first)
            : first;
    if (echoed instanceof Production.Made) {
      counts.merge(id, 1, Integer::sum);
    }
    return echoed;
  }

  /// Begins anew: the next messages are those of the start.
  public synchronized void reset() {
    counts.clear();
  }
}
