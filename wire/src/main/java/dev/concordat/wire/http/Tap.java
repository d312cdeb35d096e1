package dev.concordat.wire.http;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.http2.NotHttp2;
import dev.concordat.wire.http2.Preface;
import dev.concordat.wire.http2.Session;
import dev.concordat.wire.http2.StreamFailure;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a copy of what passes on one connection and tells the exchanges it finds. It never touches the relay: what it
/// cannot read makes the connection opaque, and the bytes go on.
///
/// Used by one event loop thread only, before that thread writes the bytes on: so when a consumer has received the last
/// byte of a response, the exchange is already in the sink.
final class Tap {
  private final LinkName link;
  private final Wiring wiring;
  private final Counters counters;
  private final RequestWatch began;
  private final MessageStream requests;
  private final MessageStream responses;
  private final ResponseReader reader;
  private final PendingExchanges pending;
  private final HeldBytes held;

  /// What the provider sent before the consumer's first bytes said which protocol this is.
  private final HeldBytes early;

  /// Nothing once it is known whether the consumer speaks HTTP/2.
  private @Nullable Preface preface = new Preface();

  private @Nullable Session http2;
  private Instant beganAt = Instant.EPOCH;
  private long beganNanos;
  private boolean isOpaque;

  Tap(LinkName link, Wiring wiring, Counters counters) {
    this(link, wiring, counters, (_, _, _, _) -> {});
  }

  Tap(LinkName link, Wiring wiring, Counters counters, RequestWatch began) {
    this.began = began;
    this.link = link;
    this.wiring = wiring;
    this.counters = counters;
    this.pending = new PendingExchanges(link, wiring, counters);
    this.requests = new MessageStream(new RequestReader(this), wiring.limits());
    this.reader = new ResponseReader(this);
    this.responses = new MessageStream(reader, wiring.limits());
    this.held = new HeldBytes(wiring.limits().headBytes());
    this.early = new HeldBytes(wiring.limits().headBytes());
  }

  /// Bytes from the consumer; the reader index moves.
  void request(ByteBuf in) {
    if (isOpaque || !isDecided(in)) {
      return;
    }
    if (http2 != null) {
      read(in, Direction.TO_PROVIDER, http2);
      return;
    }
    noteBeginning();
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
    if (!isDecided(in) || http2 != null) {
      return isOpaque ? Optional.empty() : Optional.of(MessageStream.Step.MORE);
    }
    noteBeginning();
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
      if (preface != null && http2 == null) {
        early.add(in);
        return Optional.of(MessageStream.Step.UNREAD);
      }
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
    return Objects.requireNonNull(pending.last());
  }

  /// The exchange that is to be answered first.
  Optional<PendingExchange> first() {
    return Optional.ofNullable(pending.first());
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
    pending.consumerLeft(nanos);
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
      if (preface != null && http2 == null) {
        early.add(in);
        return;
      }
      responses.feed(in);
      if (http2 != null && in.isReadable()) {
        read(in, Direction.TO_CONSUMER, http2);
      }
    } catch (NotHttp unreadable) {
      becomeOpaque(Optional.of(LinkFailure.NOT_HTTP + unreadable.reason()));
    }
  }

  private void noteBeginning() {
    if (requests.isBetweenMessages()) {
      beganAt = Instant.now();
      beganNanos = System.nanoTime();
    }
  }

  /// Whether the consumer has sent enough to know whether it speaks HTTP/2. If it does, its preface was moved past.
  private boolean isDecided(ByteBuf in) {
    Preface expected = preface;
    if (expected == null) {
      return true;
    }
    switch (expected.look(in)) {
      case MORE -> {
        return false;
      }
      case HTTP_2 -> {
        preface = null;
        if (http2 == null) {
          http2 = new Session(link, wiring, new SessionCounts(began, counters));
          responses.pause();
          read(early.take(), Direction.TO_CONSUMER, http2);
        }
      }
      case OTHER -> {
        preface = null;
        if (http2 == null) {
          readAsHttp1(expected.matched());
        } else {
          notHttp2("something else than HTTP/2 after the change to it", http2);
        }
      }
    }
    return !isOpaque;
  }

  private void readAsHttp1(ByteBuf first) {
    noteBeginning();
    try {
      requests.feed(first);
      ByteBuf waiting = early.take();
      if (waiting.isReadable()) {
        responses.feed(waiting);
      }
    } catch (NotHttp unreadable) {
      becomeOpaque(Optional.empty());
    }
  }

  private void read(ByteBuf in, Direction direction, Session session) {
    try {
      session.feed(in, direction);
    } catch (NotHttp2 unreadable) {
      notHttp2(unreadable.reason(), session);
    }
  }

  /// From here on the connection is relayed unread, and what waits for its end is told with the reason.
  void notHttp2(String reason, Session session) {
    session.failed(StreamFailure.NOT_HTTP_2 + reason);
    becomeOpaque(Optional.empty());
  }

  /// HTTP/2 on this connection, once it is spoken.
  @Nullable Session http2() {
    return isOpaque ? null : http2;
  }

  /// Moves past what is left of the client's preface after a change to HTTP/2; says how many bytes that were.
  int restOfPreface(ByteBuf in) {
    int start = in.readerIndex();
    boolean _ = isDecided(in);
    return in.readerIndex() - start;
  }

  /// HTTP/2 takes over from HTTP/1.1; the answer to the exchange comes as its first stream.
  private void changeToHttp2(PendingExchange exchange) {
    pending.remove(exchange);
    var session = new Session(link, wiring, new SessionCounts(began, counters));
    http2 = session;
    preface = new Preface();
    responses.pause();
    requests.resume();
    try {
      session.upgraded(exchange.request(), exchange.at(), exchange.startNanos());
    } catch (NotHttp2 unreadable) {
      notHttp2(unreadable.reason(), session);
    }
    held.giveTo(this);
  }

  /// The consumer sends no more. Responses may still come.
  void requestsEnded() {
    if (http2 != null) {
      http2.ended(Direction.TO_PROVIDER, LinkFailure.CONSUMER_CLOSED);
    }
    PendingExchange last = pending.last();
    if (last != null && !last.isRequestWhole) {
      last.isRequestCut = true;
      pending.finishIfWhole(last);
    }
  }

  /// The provider sends no more.
  void responsesEnded() {
    if (!isOpaque) {
      if (http2 != null) {
        http2.ended(Direction.TO_CONSUMER, LinkFailure.CLOSED);
      }
      responses.end();
      failed(LinkFailure.CLOSED);
    }
  }

  /// The connection is over: whatever is pending failed.
  void failed(String failure) {
    if (http2 != null) {
      http2.failed(failure);
    }
    pending.fail(failure);
    isOpaque = true;
  }

  /// Whether a request was read to its end and waits for its response.
  boolean hasWholeRequest() {
    PendingExchange first = pending.first();
    return (first != null && first.isRequestWhole) || (http2 != null && http2.hasWholeRequest());
  }

  boolean isOpaque() {
    return isOpaque;
  }

  /// Whether no request waits for its response.
  boolean isIdle() {
    return pending.isEmpty() && (http2 == null || http2.isIdle());
  }

  PendingExchange requestBegan(String method, String target) throws NotHttp {
    if (pending.size() == wiring.limits().pendingExchanges()) {
      throw new NotHttp("more than " + pending.size() + " requests wait for a response");
    }
    return new PendingExchange(method, target, beganAt, beganNanos, wiring.limits().bodyBytes());
  }

  void requestHeadEnded(PendingExchange exchange) {
    pending.add(exchange);
    began.began(exchange.startNanos(), exchange.method, exchange.target(), exchange.requestFields);
  }

  void requestEnded(PendingExchange exchange) {
    if (Upgrade.isPossible(exchange)) {
      requests.pause(); // What comes next is HTTP only if the provider refuses the change.
    }
    pending.finishIfWhole(exchange);
  }

  /// The exchange that the next response belongs to.
  PendingExchange awaitingResponse() throws NotHttp {
    PendingExchange first = pending.first();
    if (first == null || first.isResponseWhole) {
      counters.dropped.increment();
      throw new NotHttp("a response without a request");
    }
    return first;
  }

  /// The exchange whose response is being read.
  PendingExchange answering() {
    return Objects.requireNonNull(pending.first());
  }

  void responseEnded(PendingExchange exchange, boolean isProtocolSwitch) {
    exchange.isProtocolSwitch = isProtocolSwitch;
    if (exchange.disturbing != null && !exchange.isDelivered) {
      return; // told when what faults made of it was sent
    }
    if (isProtocolSwitch && Upgrade.happened(exchange)) {
      changeToHttp2(exchange);
      return;
    }
    if (isProtocolSwitch) {
      pending.end(exchange, Optional.empty());
      becomeOpaque(Optional.empty());
      return;
    }
    pending.finishIfWhole(exchange);
    if (requests.isPaused() && pending.isEmpty()) {
      requests.resume();
      held.giveTo(this);
    }
  }

  /// From here on the connection is relayed unread. A response that is not HTTP is told: it is what the consumer got.
  private void becomeOpaque(Optional<String> failure) {
    counters.opaque.increment();
    isOpaque = true;
    responses.pause();
    requests.pause();
    PendingExchange first = pending.first();
    if (failure.isPresent() && first != null) {
      pending.end(first, failure);
    }
    pending.drop();
    held.clear();
    early.clear();
  }
}
