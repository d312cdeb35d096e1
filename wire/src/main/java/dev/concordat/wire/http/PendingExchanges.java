package dev.concordat.wire.http;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.Wiring;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The exchanges of one connection of HTTP/1.1 that have no end yet, in the order of their requests.
final class PendingExchanges {
  private final LinkName link;
  private final Wiring wiring;
  private final Counters counters;
  private final ArrayDeque<PendingExchange> pending = new ArrayDeque<>();

  PendingExchanges(LinkName link, Wiring wiring, Counters counters) {
    this.link = link;
    this.wiring = wiring;
    this.counters = counters;
  }

  void add(PendingExchange exchange) {
    pending.addLast(exchange);
  }

  void remove(PendingExchange exchange) {
    pending.remove(exchange);
  }

  @Nullable PendingExchange first() {
    return pending.peekFirst();
  }

  @Nullable PendingExchange last() {
    return pending.peekLast();
  }

  int size() {
    return pending.size();
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  /// The consumer ended its side.
  void consumerLeft(long nanos) {
    for (PendingExchange exchange : pending) {
      if (exchange.disturbing != null) {
        exchange.disturbing.consumerLeft(nanos);
      }
    }
  }

  void finishIfWhole(PendingExchange exchange) {
    if (exchange.isOver()) {
      end(exchange, Optional.empty());
    }
  }

  /// Tells an exchange that is over.
  void end(PendingExchange exchange, Optional<String> reason) {
    pending.remove(exchange);
    Optional<String> failure = exchange.failure(reason);
    try {
      wiring.sink().seen(exchange.ended(wiring.ids().next(), link, System.nanoTime(), failure));
      counters.exchanges.increment();
    } catch (RuntimeException sinkFailed) {
      counters.dropped.increment(); // the relay must go on whatever the sink does
    }
  }

  /// All of them failed.
  void fail(String failure) {
    while (!pending.isEmpty()) {
      end(pending.getFirst(), Optional.of(failure));
    }
  }

  /// Nobody knows what becomes of them.
  void drop() {
    counters.dropped.add(pending.size());
    pending.clear();
  }
}
