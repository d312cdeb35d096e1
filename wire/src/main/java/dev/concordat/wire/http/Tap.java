package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.Wiring;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a copy of what passes on one connection and tells the exchanges it finds. It never touches the relay: what it
/// cannot read makes the connection opaque, and the bytes go on.
///
/// Used by one event loop thread only, before that thread writes the bytes on: so when a consumer has received the last
/// byte of a response, the exchange is already in the sink.
final class Tap {
  private final LinkName link;
  private final Wiring wiring;
  private final Counters counters;
  private final Consumer<PendingExchange> began;
  private final MessageStream requests;
  private final MessageStream responses;
  private final ResponseReader reader;
  private final ArrayDeque<PendingExchange> pending = new ArrayDeque<>();
  private final HeldBytes held;
  private Instant beganAt = Instant.EPOCH;
  private long beganNanos;
  private boolean isOpaque;

  Tap(LinkName link, Wiring wiring, Counters counters) {
    this(link, wiring, counters, _ -> {});
  }

  /// @param began is told of every request whose head was read
  Tap(LinkName link, Wiring wiring, Counters counters, Consumer<PendingExchange> began) {
    this.began = began;
    this.link = link;
    this.wiring = wiring;
    this.counters = counters;
    this.requests = new MessageStream(new RequestReader(this), wiring.limits());
    this.reader = new ResponseReader(this);
    this.responses = new MessageStream(reader, wiring.limits());
    this.held = new HeldBytes(wiring.limits().headBytes());
  }

  /// Bytes from the consumer; the reader index moves.
  void request(ByteBuf in) {
    if (isOpaque) {
      return;
    }
    if (requests.isBetweenMessages()) {
      beganAt = Instant.now();
      beganNanos = System.nanoTime();
    }
    try {
      requests.feed(in);
      if (in.isReadable()) {
        held.add(in);
      }
    } catch (NotHttp unreadable) {
      becomeOpaque(Optional.empty());
    }
  }

  /// One step of {@link #request}; nothing when the connection is opaque, and the buffer is to be passed on as it was.
  Optional<MessageStream.Step> requestStep(ByteBuf in) {
    if (isOpaque) {
      return Optional.empty();
    }
    if (requests.isBetweenMessages()) {
      beganAt = Instant.now();
      beganNanos = System.nanoTime();
    }
    try {
      return Optional.of(requests.step(in));
    } catch (NotHttp unreadable) {
      becomeOpaque(Optional.empty());
      return Optional.empty();
    }
  }

  /// One step of {@link #response}; nothing when the connection is opaque, and the buffer is to be passed on as it was.
  Optional<MessageStream.Step> responseStep(ByteBuf in) {
    if (isOpaque) {
      return Optional.empty();
    }
    try {
      return Optional.of(responses.step(in));
    } catch (NotHttp unreadable) {
      becomeOpaque(Optional.of(LinkFailure.NOT_HTTP + unreadable.reason()));
      return Optional.empty();
    }
  }

  /// Whether the consumer is in the middle of a request.
  boolean isInRequest() {
    return !requests.isBetweenMessages();
  }

  /// Whether the provider is in the middle of a response.
  boolean isInResponse() {
    return !responses.isBetweenMessages();
  }

  /// Whether it is not known yet which protocol the consumer speaks after its last request.
  boolean isUndecided() {
    return requests.isPaused() && !isOpaque;
  }

  /// The request that began last, and has no response yet.
  PendingExchange lastBegan() {
    return pending.getLast();
  }

  /// The exchange that is to be answered first.
  Optional<PendingExchange> first() {
    return Optional.ofNullable(pending.peekFirst());
  }

  /// The link has answered by itself, or has delivered a response that faults had disturbed.
  void delivered(PendingExchange exchange) {
    exchange.isResponseWhole = true;
    exchange.isDelivered = true;
    responseEnded(exchange, exchange.isProtocolSwitch);
  }

  /// The status of the interim response in hand; 0 when it is a final one.
  int interimStatus() {
    return reader.isInterim() ? reader.status() : 0;
  }

  CaptureLimits limits() {
    return wiring.limits();
  }

  /// Nothing is to be read on this connection.
  void ignore() {
    isOpaque = true;
  }

  /// The consumer ended its side.
  void consumerLeft(long nanos) {
    for (PendingExchange exchange : pending) {
      if (exchange.disturbing != null) {
        exchange.disturbing.consumerLeft(nanos);
      }
    }
  }

  /// Ends the response that only the connection's end ends.
  void endResponse() {
    if (!isOpaque) {
      responses.end();
    }
  }

  /// Bytes from the provider; the reader index moves.
  void response(ByteBuf in) {
    if (isOpaque) {
      return;
    }
    try {
      responses.feed(in);
    } catch (NotHttp unreadable) {
      becomeOpaque(Optional.of(LinkFailure.NOT_HTTP + unreadable.reason()));
    }
  }

  /// The consumer sends no more. Responses may still come.
  void requestsEnded() {
    PendingExchange last = pending.peekLast();
    if (last != null && !last.isRequestWhole) {
      last.isRequestCut = true;
      finishIfWhole(last);
    }
  }

  /// The provider sends no more.
  void responsesEnded() {
    if (!isOpaque) {
      responses.end();
      failed(LinkFailure.CLOSED);
    }
  }

  /// The connection is over: whatever is pending failed.
  void failed(String failure) {
    while (!pending.isEmpty()) {
      tell(pending.removeFirst(), Optional.of(failure));
    }
    isOpaque = true;
  }

  /// Whether a request was read to its end and waits for its response.
  boolean hasWholeRequest() {
    PendingExchange first = pending.peekFirst();
    return first != null && first.isRequestWhole;
  }

  boolean isOpaque() {
    return isOpaque;
  }

  /// Whether no request waits for its response.
  boolean isIdle() {
    return pending.isEmpty();
  }

  PendingExchange requestBegan(String method, String target) throws NotHttp {
    if (pending.size() == wiring.limits().pendingExchanges()) {
      throw new NotHttp("more than " + pending.size() + " requests wait for a response");
    }
    return new PendingExchange(method, target, beganAt, beganNanos, wiring.limits().bodyBytes());
  }

  void requestHeadEnded(PendingExchange exchange) {
    pending.addLast(exchange);
    began.accept(exchange);
  }

  void requestEnded(PendingExchange exchange) {
    if (mayChangeProtocol(exchange)) {
      requests
          .pause(); // what the consumer sends next is HTTP only if the provider refuses the change
    }
    finishIfWhole(exchange);
  }

  /// The exchange that the next response belongs to.
  PendingExchange awaitingResponse() throws NotHttp {
    PendingExchange first = pending.peekFirst();
    if (first == null || first.isResponseWhole) {
      counters.dropped.increment();
      throw new NotHttp("a response without a request");
    }
    return first;
  }

  /// The exchange whose response is being read.
  PendingExchange answering() {
    return pending.getFirst();
  }

  void responseEnded(PendingExchange exchange, boolean isProtocolSwitch) {
    exchange.isProtocolSwitch = isProtocolSwitch;
    if (exchange.disturbing != null && !exchange.isDelivered) {
      return; // told when what faults made of it was sent
    }
    if (isProtocolSwitch) {
      pending.removeFirst();
      tell(exchange, Optional.empty());
      becomeOpaque(Optional.empty());
      return;
    }
    finishIfWhole(exchange);
    if (requests.isPaused() && pending.isEmpty()) {
      requests.resume();
      held.giveTo(this);
    }
  }

  private void finishIfWhole(PendingExchange exchange) {
    if (exchange.isOver()) {
      pending.remove(exchange);
      tell(exchange, Optional.empty());
    }
  }

  private static boolean mayChangeProtocol(PendingExchange exchange) {
    if (exchange.method.equals("CONNECT")) {
      return true;
    }
    for (Header field : exchange.requestFields) {
      if (Framing.isNamed(field, "upgrade")) {
        return true;
      }
    }
    return false;
  }

  /// From here on the connection is relayed unread. A response that is not HTTP is told: it is what the consumer got.
  private void becomeOpaque(Optional<String> failure) {
    counters.opaque.increment();
    isOpaque = true;
    responses.pause();
    requests.pause();
    if (failure.isPresent() && !pending.isEmpty()) {
      tell(pending.removeFirst(), failure);
    }
    counters.dropped.add(pending.size());
    pending.clear();
    held.clear();
  }

  private void tell(PendingExchange exchange, Optional<String> reason) {
    Optional<String> failure = exchange.failure(reason);
    try {
      wiring.sink().seen(exchange.ended(wiring.ids().next(), link, System.nanoTime(), failure));
      counters.exchanges.increment();
    } catch (RuntimeException sinkFailed) {
      counters.dropped.increment(); // the relay must go on whatever the sink does
    }
  }
}
