package dev.concordat.registry.webhook;

import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Delivers what is in the outbox. Several servers may work on one outbox; each call is made by one of them, and again by
/// another when that one dies. A target that hangs holds up its own calls only.
public final class DeliveryWorker implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  /// Beyond the time of a call, before somebody else may take it.
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);

  private static final int MAX_CALLS = 32;
  private static final int MAX_CALLS_EACH = 4;

  private final Database database;
  private final WebhookSettings settings;
  private final Clock clock;
  private final Consumer<String> teller;
  private final Map<Long, Integer> underWay = new HashMap<>();
  private final List<Thread> calls = new ArrayList<>();
  private final Rounds rounds;

  private DeliveryWorker(
      Database database, WebhookSettings settings, Clock clock, Consumer<String> teller) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.teller = teller;
    this.rounds =
        new Rounds(
            "deliveries",
            this::deliverSome,
            LOOK_EVERY,
            AFTER_FAILURE,
            failure ->
                teller.accept("webhooks wait, because the outbox cannot be read: " + failure));
  }

  /// Starts working until it is closed.
  ///
  /// @param teller is told in a sentence when the outbox cannot be read
  public static DeliveryWorker start(
      Database database, WebhookSettings settings, Clock clock, Consumer<String> teller) {
    DeliveryWorker worker = new DeliveryWorker(database, settings, clock, teller);
    worker.rounds.begin();
    return worker;
  }

  /// Delivers everything that is due now and returns when it is done.
  static int deliverDue(Database database, WebhookSettings settings, Clock clock) {
    int count = 0;
    var worker = new DeliveryWorker(database, settings, clock, _ -> {});
    for (List<Delivery> due = worker.take(MAX_CALLS);
        !due.isEmpty();
        due = worker.take(MAX_CALLS)) {
      due.forEach(worker::deliver);
      count += due.size();
    }
    return count;
  }

  private boolean deliverSome() {
    List<Delivery> due = take(MAX_CALLS - underWay());
    due.forEach(this::deliverAside);
    return !due.isEmpty();
  }

  private synchronized int underWay() {
    return underWay.values().stream().mapToInt(Integer::intValue).sum();
  }

  private synchronized List<Long> busy() {
    return underWay.entrySet().stream()
        .filter(entry -> entry.getValue() >= MAX_CALLS_EACH)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private List<Delivery> take(int count) {
    if (count <= 0) {
      return List.of();
    }
    return database.write(
        handle ->
            new Deliveries(handle)
                .take(
                    Math.min(count, MAX_CALLS_EACH),
                    busy(),
                    settings.callLimit().plus(LEASE_MARGIN),
                    clock.instant()));
  }

  private void deliverAside(Delivery delivery) {
    long channel =
        database
            .read(handle -> new Deliveries(handle).channel(delivery.id()))
            .orElse(-delivery.id());
    synchronized (this) {
      underWay.merge(channel, 1, Integer::sum);
      calls.removeIf(call -> !call.isAlive());
      calls.add(
          Thread.ofVirtual()
              .name("delivery " + delivery.uuid())
              .start(
                  () -> {
                    try {
                      deliver(delivery);
                    } catch (RuntimeException broken) {
                      // The lease ends, and the call is made again.
                      teller.accept(
                          "what came of a webhook cannot be kept: " + broken.getMessage());
                    } finally {
                      done(channel);
                    }
                  }));
    }
  }

  private synchronized void done(long channel) {
    underWay.computeIfPresent(channel, (_, count) -> count == 1 ? null : count - 1);
  }

  private void deliver(Delivery delivery) {
    Instant now = clock.instant();
    boolean isLast = delivery.attempts() > settings.retries().size();
    if (delivery.webhook().isEmpty()) {
      String log = new CallLog(delivery.call(), now).error("The webhook was removed").text();
      note(delivery, Deliveries.FAILURE, now, log);
      return;
    }
    Attempt attempt = Attempt.make(settings, delivery.call(), delivery.event(), "", now);
    if (attempt.isSuccess()) {
      note(
          delivery,
          Deliveries.SUCCESS,
          now,
          attempt.log().say("Successfully executed webhook").text());
    } else if (isLast) {
      String end = "Webhook execution failed after " + delivery.attempts() + " attempts";
      note(delivery, Deliveries.FAILURE, now, attempt.log().say(end).text());
    } else {
      Duration wait = settings.retries().get(delivery.attempts() - 1);
      String next = "Retrying webhook in " + wait.toSeconds() + " seconds";
      note(
          delivery,
          Deliveries.RETRYING,
          clock.instant().plus(wait),
          attempt.log().say(next).text());
    }
  }

  private void note(Delivery delivery, String status, Instant due, String log) {
    database.write(
        handle -> {
          new Deliveries(handle).note(delivery, status, due, log, clock.instant());
          return delivery;
        });
  }

  /// Takes no more calls and waits for those that are under way.
  @Override
  public void close() {
    try {
      rounds.end(settings.callLimit().plus(LEASE_MARGIN));
      List<Thread> last;
      synchronized (this) {
        last = List.copyOf(calls);
      }
      for (Thread call : last) {
        if (!call.join(settings.callLimit().plus(AFTER_FAILURE))) {
          call.interrupt();
        }
      }
    } catch (InterruptedException _) {
      // What is under way is made again when its lease ends.
      Thread.currentThread().interrupt();
    }
  }
}
