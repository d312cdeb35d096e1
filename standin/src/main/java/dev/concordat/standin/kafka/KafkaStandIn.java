package dev.concordat.standin.kafka;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.standin.kafka.Entry.What;
import dev.concordat.standin.message.Draft;
import dev.concordat.standin.message.MessageStandIn;
import dev.concordat.standin.message.Order;
import dev.concordat.standin.message.Play;
import dev.concordat.standin.message.Production;
import dev.concordat.standin.message.Received;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.kafka.KafkaObserver;
import dev.concordat.wire.kafka.KafkaSender;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Speaks for a system at a Kafka broker: sends when it is asked to or time has come, judges what it takes, answers what asks.
/// It joins no consumer group. Thread-safe: one message after the other.
public final class KafkaStandIn implements AutoCloseable {
  /// Messages with longer values, in bytes, are not judged.
  private static final int MAX_VALUE = 10 << 20;

  /// So many of its own messages are known again when they come back on a topic that it takes.
  private static final int MAX_OWN = 10_000;

  private static final Duration CATCH_UP = Duration.ofSeconds(10);

  private final MessageStandIn standIn;
  private final Journal journal;
  private final Alarm alarm;
  private final KafkaSender sender;
  private final KafkaObserver observer;
  private final Set<Own> own = new LinkedHashSet<>();
  private Optional<Thread> clock = Optional.empty();

  private record Own(String topic, int partition, long offset) {}

  private KafkaStandIn(
      MessageStandIn standIn,
      String bootstrap,
      KafkaStandInSettings settings,
      EventLoops loops,
      Consumer<String> listener)
      throws IOException {
    this.standIn = standIn;
    this.journal = new Journal(settings.journal());
    this.alarm = new Alarm(listener);
    this.sender = KafkaSender.open(bootstrap);
    var limits = CaptureLimits.DEFAULT.withBodyBytes(MAX_VALUE);
    try {
      this.observer =
          KafkaObserver.open(
              "standin",
              bootstrap,
              standIn::hears,
              new Wiring(loops, this::seen, new ExchangeIds(), limits));
    } catch (IOException unreachable) {
      sender.close();
      throw unreachable;
    }
  }

  /// Opens a stand-in: whatever is sent to its topics after this returns is judged.
  ///
  /// @param bootstrap `host:port`
  /// @param listener hears what is wrong, in sentences for people; called under the stand-in's lock
  /// @throws IOException when the broker does not answer
  public static KafkaStandIn open(
      MessageStandIn standIn,
      String bootstrap,
      KafkaStandInSettings settings,
      EventLoops loops,
      Consumer<String> listener)
      throws IOException {
    var opened = new KafkaStandIn(standIn, bootstrap, settings, loops, listener);
    settings.every().ifPresent(opened::sendEvery);
    return opened;
  }

  public MessageStandIn standIn() {
    return standIn;
  }

  private void sendEvery(Duration pause) {
    clock =
        Optional.of(
            Thread.ofVirtual()
                .name("concordat-messages")
                .start(
                    () -> {
                      try {
                        while (true) {
                          Thread.sleep(pause);
                          sendAll();
                        }
                      } catch (InterruptedException over) {
                        Thread.currentThread().interrupt();
                      }
                    }));
  }

  private void sendAll() throws InterruptedException {
    for (Play play : standIn.plays()) {
      if (play.isSending()) {
        Outcome outcome = send(Order.next(play.id()));
        if (outcome instanceof Outcome.Refused(String reason, List<Breach> ignored)) {
          synchronized (this) {
            alarm.failed(play.id() + " sends nothing: " + reason);
          }
        }
      }
    }
  }

  /// What came of an order.
  sealed interface Outcome {
    /// The broker has the message.
    record Sent(JsonObject entry) implements Outcome {}

    /// There is no such message.
    record Refused(String reason, List<Breach> breaches) implements Outcome {
      public Refused {
        breaches = List.copyOf(breaches);
      }
    }

    /// The broker did not take it.
    record Failed(String reason) implements Outcome {}
  }

  /// Sends a message and waits until the broker has it.
  synchronized Outcome send(Order order) throws InterruptedException {
    return switch (standIn.produce(order)) {
      case Production.Refused(String reason, List<Breach> breaches) ->
          new Outcome.Refused(reason, breaches);
      case Production.Made(Draft draft) -> {
        Entry entry = send(draft, 0);
        yield entry.what() == What.SENT
            ? new Outcome.Sent(entry.json())
            : new Outcome.Failed(entry.note());
      }
    };
  }

  private Entry send(Draft draft, long answers) throws InterruptedException {
    Entry entry;
    try {
      KafkaSender.Sent sent =
          sender.send(
              draft.topic(), draft.key().orElse(null), draft.value().orElse(null), draft.headers());
      if (standIn.hears(draft.topic())) {
        remember(new Own(draft.topic(), sent.partition(), sent.offset()));
      }
      entry = entry(draft, What.SENT, sent.partition(), sent.offset(), draft.origin(), answers);
    } catch (IOException refused) {
      String why = String.valueOf(refused.getMessage());
      entry = entry(draft, What.NOT_SENT, -1, -1, why, answers);
      alarm.failed(draft.operation() + ": " + why);
    }
    journal.add(entry);
    return entry;
  }

  private Entry entry(
      Draft draft, What what, int partition, long offset, String note, long answers) {
    return new Entry(
        journal.next(),
        what,
        draft.operation(),
        draft.message(),
        draft.topic(),
        partition,
        offset,
        draft.key(),
        draft.value(),
        draft.headers(),
        draft.payload(),
        draft.correlation(),
        List.of(),
        note,
        answers);
  }

  private void remember(Own sent) {
    own.add(sent);
    if (own.size() > MAX_OWN) {
      Iterator<Own> oldest = own.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  private void seen(Exchange exchange) {
    if (exchange instanceof MessageDelivery delivery) {
      try {
        take(delivery);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void take(MessageDelivery delivery) throws InterruptedException {
    var at = new Own(delivery.address(), delivery.partition(), delivery.offset());
    if (own.remove(at)) {
      return;
    }
    Received received = standIn.receive(delivery);
    Entry entry = entry(delivery, received);
    journal.add(entry);
    if (entry.what() == What.BROKEN) {
      alarm.broken(entry);
    }
    if (received.reply().isPresent()) {
      answer(received.reply().get(), entry);
    }
  }

  private void answer(Production reply, Entry asked) throws InterruptedException {
    switch (reply) {
      case Production.Made(Draft draft) -> send(draft, asked.number());
      case Production.Refused(String reason, List<Breach> breaches) ->
          alarm.failed(
              "no answer to the message on "
                  + asked.topic()
                  + " at offset "
                  + asked.offset()
                  + ": "
                  + reason
                  + breaches.stream()
                      .map(
                          breach ->
                              "; " + breach.message() + " (" + breach.sentence().shortForm() + ")")
                      .reduce("", String::concat));
    }
  }

  private Entry entry(MessageDelivery delivery, Received received) {
    What what =
        switch (received.verdict()) {
          case KEPT -> What.KEPT;
          case BROKEN -> What.BROKEN;
          case UNDECIDED -> What.UNDECIDED;
        };
    long answered =
        received.correlation().map(id -> journal.sentWith(id, received.operation())).orElse(0L);
    return new Entry(
        journal.next(),
        what,
        received.operation(),
        received.message(),
        delivery.address(),
        delivery.partition(),
        delivery.offset(),
        delivery.key(),
        delivery.value(),
        delivery.headers(),
        received.payload(),
        received.correlation(),
        received.breaches(),
        received.note(),
        answered);
  }

  /// Waits until everything that the broker has now was judged; false when that took too long.
  boolean caughtUp() throws InterruptedException {
    return observer.caughtUp(CATCH_UP);
  }

  synchronized JsonArray messages(Predicate<Entry> wanted) {
    return journal.messages(wanted);
  }

  synchronized JsonObject report() {
    return journal.report();
  }

  /// Forgets all messages; operations go on counting.
  synchronized void clear() {
    journal.clear();
  }

  /// Forgets all messages and begins anew.
  synchronized void reset() {
    journal.clear();
    standIn.reset();
  }

  @Override
  public void close() {
    clock.ifPresent(Thread::interrupt);
    observer.close();
    sender.close();
  }
}
