package dev.concordat.wire.http;

import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.TransportFault;
import dev.concordat.wire.http2.Ends;
import dev.concordat.wire.http2.NotHttp2;
import dev.concordat.wire.http2.Session;
import dev.concordat.wire.http2.StreamFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// A connection from the moment on when a fault was on its link. The event loop hands over what arrives, and two threads, one for
/// each direction, pass it on as the faults say: so a fault may wait wherever it likes, and each reads from top to bottom. It stays
/// like this until the connection ends, also when the faults are gone before.
///
/// Everything it shares is guarded by its own lock, the tap included.
final class DisturbedConnection {
  /// How long a closed consumer may go on sending before the connection is broken off.
  private static final int LINGER_MILLIS = 1_000;

  /// How long a side has to read what was sent before a reset: it throws away what is unread when it comes (RFC 9293 section
  /// 3.10.7.4), so that without this the side may see nothing of the half that it was to get.
  private static final int READING_MILLIS = 100;

  final SocketChannel consumer;
  final SocketChannel provider;
  final Tap tap;
  final Disturbances disturbances;
  final Target target;
  private final Inlet fromConsumer;
  private final Inlet fromProvider;
  private final Map<PlacedFault, Optional<RandomGenerator>> decided = new LinkedHashMap<>();
  private final Ends ends = new BothEnds(this);
  private int endedDirections;
  private boolean isOver;

  DisturbedConnection(
      SocketChannel consumer,
      SocketChannel provider,
      Tap tap,
      Disturbances disturbances,
      Target target) {
    this.consumer = consumer;
    this.provider = provider;
    this.tap = tap;
    this.disturbances = disturbances;
    this.target = target;
    this.fromConsumer = new Inlet(consumer);
    this.fromProvider = new Inlet(provider);
  }

  void start() {
    var toProvider = new Outlet(this, provider, Direction.TO_PROVIDER);
    var toConsumer = new Outlet(this, consumer, Direction.TO_CONSUMER);
    Thread.ofVirtual()
        .name("disturbed requests")
        .start(new RequestLane(this, fromConsumer, toProvider));
    Thread.ofVirtual()
        .name("disturbed responses")
        .start(new ResponseLane(this, fromProvider, toConsumer));
  }

  /// The event loop got bytes, which are handed over.
  synchronized void arrived(ByteBuf bytes, boolean isRequest) {
    if (isOver) {
      bytes.release();
      return;
    }
    inlet(isRequest).add(new Piece.Arrived(bytes, System.nanoTime()));
    notifyAll();
  }

  /// A side sends no more.
  synchronized void ended(boolean isRequest) {
    if (isOver) {
      if (isRequest) {
        var _ = consumer.close();
      }
      return;
    }
    inlet(isRequest).add(new Piece.Ended());
    if (isRequest) {
      tap.consumerLeft(fromConsumer.endedNanos());
    }
    notifyAll();
  }

  /// A side broke off, or the link is being closed.
  synchronized void brokenOff(boolean byConsumer, Optional<String> reason) {
    if (isOver || inlet(byConsumer).isBroken()) {
      return;
    }
    inlet(byConsumer).add(new Piece.BrokenOff(reason));
    if (target.isClosed()) {
      tap.failed(LinkFailure.LINK_CLOSED);
      over();
      Connection.reset(provider);
    } else if (byConsumer) {
      tap.consumerLeft(fromConsumer.endedNanos());
      tap.failed(LinkFailure.CONSUMER_RESET);
    }
    notifyAll();
  }

  /// The rules have changed.
  synchronized void changed() {
    if (!isOver) {
      Session session = tap.http2();
      if (session != null) {
        session.rulesChanged();
      }
      fromConsumer.add(new Piece.Nudge());
      fromProvider.add(new Piece.Nudge());
      notifyAll();
    }
  }

  private Inlet inlet(boolean isRequest) {
    return isRequest ? fromConsumer : fromProvider;
  }

  /// Whether a fault of whole connections holds for this one: decided once.
  synchronized Optional<RandomGenerator> decide(PlacedFault placed) {
    boolean isOfBytes =
        placed.rule().unit() == FaultRule.Unit.CONNECTION
            && placed.rule().fault() instanceof TransportFault;
    return isOfBytes ? decided.computeIfAbsent(placed, PlacedFault::next) : Optional.empty();
  }

  /// What faults do to the request that just began; tells the exchange so.
  synchronized void plan(PendingExchange exchange) {
    var plan =
        Disturbing.of(
            disturbances,
            exchange.method,
            exchange.target,
            Upgrade.isToHttp2(exchange.requestFields),
            tap.limits());
    for (PlacedFault placed : disturbances.placed()) {
      if (decide(placed).isPresent()) {
        plan.also(placed.rule().fault().name());
      }
    }
    if (!plan.isNothing()) {
      exchange.disturbing = plan;
    }
  }

  synchronized void delivered(PendingExchange exchange) {
    tap.delivered(exchange);
    Session session = tap.http2();
    Disturbing plan = exchange.disturbing;
    if (session != null && plan != null) {
      session.stand(ends, disturbances);
      session.adopt(plan.forHttp2());
    }
    notifyAll(); // whoever waits to know which protocol is spoken now knows
  }

  /// The next piece, as soon as there is one.
  synchronized Piece take(Inlet from) throws Over, InterruptedException {
    while (true) {
      checkNotOver(from == fromProvider ? Direction.TO_CONSUMER : Direction.TO_PROVIDER);
      Optional<Piece> next = from.poll();
      if (next.isPresent()) {
        return next.get();
      }
      wait();
    }
  }

  /// Waits until a claim is true.
  synchronized void await(BooleanSupplier claim, Direction direction)
      throws Over, InterruptedException {
    checkNotOver(direction);
    while (!claim.getAsBoolean()) {
      wait();
      checkNotOver(direction);
    }
  }

  synchronized boolean isHttp2() {
    return tap.http2() != null;
  }

  /// Gives bytes to HTTP/2, which says what is sent because of them; says no where another protocol is spoken.
  synchronized boolean mediates(ByteBuf bytes, Direction direction)
      throws Over, InterruptedException {
    Session session = tap.http2();
    if (session == null) {
      return false;
    }
    await(() -> !session.isFull(direction), direction);
    session.stand(ends, disturbances);
    if (direction == Direction.TO_PROVIDER) {
      int start = bytes.readerIndex();
      int count = tap.restOfPreface(bytes);
      ByteBuffer rest = ByteBuffer.allocate(count);
      bytes.getBytes(start, rest);
      ends.send(direction, rest.flip());
    }
    try {
      if (bytes.isReadable()) {
        session.feed(bytes, direction);
      }
    } catch (NotHttp2 unreadable) {
      if (session.isMediating()) {
        breakOff(StreamFailure.NOT_HTTP_2 + unreadable.reason());
        throw new Over();
      }
      tap.notHttp2(unreadable.reason(), session);
    }
    notifyAll();
    return true;
  }

  /// Nobody knows what could be passed on: both sides are broken off.
  private void breakOff(String failure) {
    tap.failed(failure);
    over();
    afterWritten(provider, () -> Connection.reset(provider));
    afterWritten(consumer, () -> Connection.reset(consumer));
  }

  /// Whether something is to be sent before a side's end is passed on; the end is put behind it.
  synchronized boolean hasMore(Inlet from) {
    boolean hasMore = tap.http2() != null && !from.isEmpty();
    if (hasMore) {
      from.add(new Piece.Ended());
    }
    return hasMore;
  }

  /// The provider has ended: what HTTP/2 holds back is sent before that is passed on.
  synchronized boolean drains(Inlet from) {
    Session session = tap.http2();
    if (session != null) {
      session.ended(Direction.TO_CONSUMER, LinkFailure.CLOSED);
    }
    return hasMore(from);
  }

  /// The link itself has made something to send, or to do after that.
  void add(Direction direction, Piece made) {
    if (!isOver) {
      inlet(direction == Direction.TO_PROVIDER).add(made);
      notifyAll();
    }
  }

  /// The names of faults that hold for the connection as a whole.
  List<String> faults() {
    List<String> names = new ArrayList<>();
    for (PlacedFault placed : disturbances.placed()) {
      if (decide(placed).isPresent()) {
        names.add(placed.rule().fault().name());
      }
    }
    return names;
  }

  synchronized void unlessOver(Runnable task) {
    if (!isOver) {
      task.run();
      notifyAll();
    }
  }

  synchronized void wake() {
    notifyAll();
  }

  /// Waits until a moment, or until the fault that wants this is removed.
  synchronized void pause(long untilNanos, PlacedFault by, Direction direction)
      throws Over, InterruptedException {
    while (!by.isRemoved()) {
      checkNotOver(direction);
      long left = untilNanos - System.nanoTime();
      if (left <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /// Waits until the fault that wants this is removed, or the consumer gives up.
  synchronized void stall(PlacedFault by, Direction direction) throws Over, InterruptedException {
    while (!by.isRemoved()) {
      checkNotOver(direction);
      if (fromConsumer.endedNanos() != 0) {
        tap.failed(LinkFailure.GAVE_UP);
        over();
        var _ = provider.close();
        var _ = consumer.close();
        throw new Over();
      }
      wait();
    }
  }

  private void checkNotOver(Direction direction) throws Over {
    if (isOver || (direction == Direction.TO_CONSUMER && fromConsumer.isBroken())) {
      throw new Over();
    }
  }

  /// A fault ends the connection, with a reset or in order.
  synchronized void cut(PlacedFault by, boolean isReset) {
    if (isOver) {
      return;
    }
    tap.failed(LinkFailure.DISTURBED + by.rule().fault().name());
    over();
    if (isReset) {
      afterWritten(provider, () -> resetWhenRead(provider));
      afterWritten(consumer, () -> resetWhenRead(consumer));
    } else {
      afterWritten(provider, () -> close(provider));
      closeConsumer();
    }
  }

  /// The consumer's side is closed with FIN, also when it is still sending: what it sends is thrown away for a while, because
  /// unread bytes would turn the close into a reset.
  private void closeConsumer() {
    afterWritten(consumer, () -> Connection.endOutput(consumer));
    RelayHandler.readFrom(consumer, true);
    if (consumer.isInputShutdown()) {
      afterWritten(consumer, () -> close(consumer));
    } else {
      var _ =
          consumer
              .eventLoop()
              .schedule(() -> close(consumer), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /// A side broke off and all that it had sent before was passed on.
  synchronized void passBreak(SocketChannel to, String failure) {
    if (!isOver) {
      tap.failed(failure);
      over();
      afterWritten(to, () -> Connection.reset(to));
    }
  }

  /// A side ended and all that it had sent before was passed on.
  synchronized void passEnd(SocketChannel to) {
    endedDirections++;
    if (isOver) {
      return;
    }
    if (endedDirections < 2) {
      afterWritten(to, () -> Connection.endOutput(to));
      return;
    }
    tap.failed(LinkFailure.CLOSED);
    over();
    afterWritten(provider, () -> close(provider));
    afterWritten(consumer, () -> close(consumer));
  }

  private static void resetWhenRead(SocketChannel side) {
    var _ =
        side.eventLoop()
            .schedule(() -> Connection.reset(side), READING_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void close(SocketChannel side) {
    var _ = side.close();
  }

  private static void afterWritten(SocketChannel to, Runnable then) {
    to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> then.run());
  }

  private void over() {
    isOver = true;
    fromConsumer.release();
    fromProvider.release();
    notifyAll();
  }
}
