package dev.concordat.wire.http;

import dev.concordat.wire.fault.Act;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.PlacedFault;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.SocketChannel;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends bytes to one side through the faults of the connection, and does what they say. Used by one thread.
///
/// The last bytes are held back until they are flushed, so that an exchange can be told before its consumer has all of it.
final class Outlet {
  private final DisturbedConnection connection;
  private final SocketChannel to;
  private final Direction direction;
  private final List<Running> always = new ArrayList<>();
  private final Set<PlacedFault> known = new HashSet<>();
  private @Nullable Disturbing current;
  private @Nullable ByteBuf heldBack;
  private boolean isShut;

  Outlet(DisturbedConnection connection, SocketChannel to, Direction direction) {
    this.connection = connection;
    this.to = to;
    this.direction = direction;
  }

  /// Where it is noted what is sent from now on.
  void noteIn(@Nullable Disturbing disturbing) {
    current = disturbing;
  }

  /// Sets faults of the whole connection to work that are new, and stops those that were removed.
  void lookAtRules() throws Over, InterruptedException {
    for (PlacedFault placed : connection.disturbances.placed()) {
      if (known.add(placed)) {
        var chosen = connection.decide(placed);
        if (chosen.isPresent()) {
          var running = Running.of(placed, chosen.get(), direction);
          if (running.isPresent()) {
            always.add(running.get());
            perform(
                running.get().passage().begun(), System.nanoTime(), placed, always, always.size());
          }
        }
      }
    }
    for (Running running : List.copyOf(always)) {
      if (running.placed().isRemoved()) {
        always.remove(running);
        perform(
            running.passage().removed(),
            System.nanoTime(),
            running.placed(),
            always,
            always.size());
      }
    }
  }

  /// Starts the faults of a message.
  void begin(List<Running> ofMessage) throws Over, InterruptedException {
    for (Running running : ofMessage) {
      perform(running.passage().begun(), System.nanoTime(), running.placed(), List.of(), 0);
    }
  }

  /// Sends bytes through the faults of their message and those of the connection.
  void send(byte[] bytes, long arrivedNanos, List<Running> ofMessage)
      throws Over, InterruptedException {
    perform(new Act.Send(ByteBuffer.wrap(bytes)), arrivedNanos, null, chain(ofMessage), 0);
  }

  /// Does what a fault of a message says; what it sends goes through the other faults.
  void perform(List<Act> acts, PlacedFault by, List<Running> ofMessage)
      throws Over, InterruptedException {
    perform(acts, System.nanoTime(), by, chain(ofMessage), 0);
  }

  private List<Running> chain(List<Running> ofMessage) {
    if (ofMessage.isEmpty()) {
      return always;
    }
    List<Running> chain = new ArrayList<>(ofMessage);
    chain.addAll(always);
    return chain;
  }

  private void perform(
      List<Act> acts, long arrivedNanos, PlacedFault by, List<Running> chain, int next)
      throws Over, InterruptedException {
    for (Act act : acts) {
      perform(act, arrivedNanos, by, chain, next);
    }
  }

  private void perform(
      Act act, long arrivedNanos, @Nullable PlacedFault by, List<Running> chain, int next)
      throws Over, InterruptedException {
    if (act instanceof Act.Send(ByteBuffer bytes)) {
      pass(bytes, arrivedNanos, chain, next);
    } else if (by != null) {
      perform(act, arrivedNanos, by);
    }
  }

  private void pass(ByteBuffer bytes, long arrivedNanos, List<Running> chain, int next)
      throws Over, InterruptedException {
    if (!bytes.hasRemaining()) {
      return;
    }
    if (next == chain.size()) {
      write(bytes);
      return;
    }
    Running running = chain.get(next);
    if (running.placed().isRemoved()) {
      pass(bytes, arrivedNanos, chain, next + 1);
    } else {
      List<Act> acts = running.passage().next(bytes);
      perform(acts, arrivedNanos, running.placed(), chain, next + 1);
    }
  }

  private void perform(Act act, long arrivedNanos, PlacedFault by)
      throws Over, InterruptedException {
    if (!(act instanceof Act.CloseLater)) {
      flush();
    }
    switch (act) {
      case Act.Send ignored -> throw new IllegalStateException("bytes are passed, not done");
      case Act.Wait(Duration length) ->
          connection.pause(System.nanoTime() + length.toNanos(), by, direction);
      case Act.Hold(Duration length) ->
          connection.pause(arrivedNanos + length.toNanos(), by, direction);
      case Act.Reset() -> end(by, true);
      case Act.Close() -> end(by, false);
      case Act.CloseLater(Duration length) -> {
        var _ =
            to.eventLoop()
                .schedule(() -> closeUnlessRemoved(by), length.toNanos(), TimeUnit.NANOSECONDS);
      }
      case Act.HalfClose() -> shut();
      case Act.Stall() -> connection.stall(by, direction);
    }
  }

  private void end(PlacedFault by, boolean isReset) throws Over {
    connection.cut(by, isReset);
    throw new Over();
  }

  private void closeUnlessRemoved(PlacedFault by) {
    if (!by.isRemoved()) {
      connection.cut(by, false);
    }
  }

  /// Ends this direction after what faults want to do before; what is sent after that is thrown away.
  void finish() throws Over, InterruptedException {
    for (Running running : List.copyOf(always)) {
      if (!running.placed().isRemoved()) {
        perform(
            running.passage().ended(), System.nanoTime(), running.placed(), always, always.size());
      }
    }
    flush();
    shut();
  }

  private void shut() {
    if (!isShut) {
      isShut = true;
      connection.passEnd(to);
    }
  }

  private void write(ByteBuffer bytes) throws InterruptedException {
    if (isShut) {
      return;
    }
    Disturbing noting = current;
    if (noting != null) {
      synchronized (connection) {
        noting.sent(bytes, direction);
      }
    }
    flush();
    heldBack = Unpooled.wrappedBuffer(bytes);
  }

  /// Sends what is held back; waits while the other side does not take it.
  void flush() throws InterruptedException {
    ByteBuf last = heldBack;
    if (last == null) {
      return;
    }
    heldBack = null;
    ChannelFuture written = to.writeAndFlush(last);
    if (!to.isWritable()) {
      written.await();
    }
  }
}
