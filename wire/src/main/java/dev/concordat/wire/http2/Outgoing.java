package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Header;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Http2Error;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.StreamAct;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a mediator sends: the parts of streams as their windows and faults allow, and frames of the connection.
final class Outgoing {
  private final Session session;
  private final Ends ends;
  private final Remnants remnants;

  Outgoing(Session session, Ends ends, Remnants remnants) {
    this.session = session;
    this.ends = ends;
    this.remnants = remnants;
  }

  /// Sends a frame, as soon as no other one is under way.
  void write(Direction direction, ByteBuffer frame) {
    Way way = session.way(direction);
    if (way.isOpen()) {
      ends.send(direction, frame);
    } else {
      byte[] bytes = new byte[frame.remaining()];
      frame.duplicate().get(bytes);
      way.waiting.writeBytes(bytes);
    }
  }

  /// Sends what waited, if nothing keeps it from being sent any more.
  void open(Direction direction) {
    Way way = session.way(direction);
    if (way.isOpen() && way.waiting.size() > 0) {
      ends.send(direction, ByteBuffer.wrap(way.waiting.toByteArray()));
      way.waiting.reset();
    }
  }

  void writeHead(Direction direction, int stream, List<Header> fields, boolean isEnd) {
    write(direction, FrameWriter.head(stream, fields, isEnd, emptiesTable(direction)));
  }

  boolean emptiesTable(Direction direction) {
    Way way = session.way(direction);
    boolean isNeeded = way.mustEmptyTable;
    way.mustEmptyTable = false;
    return isNeeded;
  }

  /// Tells the sender of a direction that it may send so much more.
  ///
  /// @param stream 0 for the connection alone
  void credit(Direction of, int stream, long bytes) {
    if (bytes > 0) {
      Direction back = Session.turned(of);
      write(back, FrameWriter.numbers(FrameReader.WINDOW_UPDATE, 0, Frame.CONNECTION, bytes));
      if (stream != Frame.CONNECTION) {
        write(back, FrameWriter.numbers(FrameReader.WINDOW_UPDATE, 0, stream, bytes));
      }
    }
  }

  void writeReset(Direction direction, int stream, long code) {
    write(direction, FrameWriter.numbers(FrameReader.RST_STREAM, 0, stream, code));
  }

  /// Sends what may be sent of a stream.
  void flush(StreamExchange stream, Direction direction) {
    Flow flow = Session.flow(stream, direction);
    for (Part part = flow.first(); part != null; part = flow.first()) {
      switch (part) {
        case Part.Hold(long until, PlacedFault by) -> {
          long left = until - System.nanoTime();
          if (left > 0 && !by.isRemoved()) {
            if (flow.isNewWait(until)) {
              ends.later(Duration.ofNanos(left), () -> flush(stream, direction));
            }
            return;
          }
          flow.take();
        }
        case Part.Stall(PlacedFault by) -> {
          if (!by.isRemoved()) {
            return;
          }
          flow.take();
        }
        case Part.Head(List<Header> fields, boolean isEnd) -> {
          flow.take();
          head(stream, direction, fields, isEnd);
        }
        case Part.Reset reset -> {
          flow.take();
          reset(stream, reset);
          return;
        }
        case Part.Body body -> {
          if (!body(stream, direction, body)) {
            return;
          }
        }
      }
    }
  }

  private void head(
      StreamExchange stream, Direction direction, List<Header> fields, boolean isEnd) {
    ByteBuffer frame = FrameWriter.head(stream.stream, fields, isEnd, emptiesTable(direction));
    note(stream, direction, frame, new StreamAct.Head(fields, isEnd));
    finish(stream, direction, isEnd, frame);
  }

  /// Sends as much of a part as the windows allow; says whether all of it.
  private boolean body(StreamExchange stream, Direction direction, Part.Body part) {
    Flow flow = Session.flow(stream, direction);
    Way way = session.way(direction);
    int size = part.bytes().remaining();
    long most = Math.min(Math.min(flow.window, way.window), FrameWriter.MAX_PAYLOAD);
    int now = (int) Math.min(size, Math.max(0, most));
    if (now == 0 && size > 0) {
      return false;
    }
    flow.take();
    int at = part.bytes().position();
    if (now < size) {
      flow.back(
          new Part.Body(part.bytes().slice(at + now, size - now), part.isEnd(), part.isOwn()));
    }
    flow.window -= now;
    way.window -= now;
    way.debt += part.isOwn() ? now : 0;
    boolean isEnd = part.isEnd() && now == size;
    ByteBuffer bytes = part.bytes().slice(at, now);
    int flags = isEnd ? FrameReader.END_STREAM : 0;
    ByteBuffer frame = FrameWriter.frame(FrameReader.DATA, flags, stream.stream, bytes);
    note(stream, direction, frame, new StreamAct.Body(bytes, isEnd));
    finish(stream, direction, isEnd, frame);
    return true;
  }

  private static void note(
      StreamExchange stream, Direction direction, ByteBuffer frame, StreamAct.Part part) {
    StreamPlan plan = Objects.requireNonNull(stream.plan);
    if (!plan.isNothing()) {
      plan.sent(direction, frame);
      if (direction == Direction.TO_CONSUMER) {
        plan.received(part);
      }
    }
  }

  /// Sends a frame of a stream, the last one after its exchange was told.
  private void finish(StreamExchange stream, Direction direction, boolean isEnd, ByteBuffer frame) {
    if (!isEnd || direction == Direction.TO_PROVIDER) {
      write(direction, frame);
      return;
    }
    StreamPlan plan = Objects.requireNonNull(stream.plan);
    plan.isDelivered = true;
    boolean isShort = !stream.isRequestWhole && (plan.isLocal || !stream.isResponseWhole);
    stream.isRequestCut |= isShort;
    session.tellIfOver(stream);
    write(direction, frame);
    if (isShort) {
      writeReset(direction, stream.stream, Http2Error.NO_ERROR.code());
    }
    leave(stream, plan, isShort);
  }

  /// Nothing more is passed of a stream that has ended otherwise than its provider wanted it.
  private void leave(StreamExchange stream, StreamPlan plan, boolean isShort) {
    boolean isProviderRunning = !plan.isLocal && !plan.isProviderOver && !stream.isResponseWhole;
    if (isProviderRunning) {
      writeReset(Direction.TO_PROVIDER, stream.stream, Http2Error.CANCEL.code());
    }
    if (plan.isLocal || isProviderRunning || isShort) {
      remnants.add(stream.stream);
      lose(stream);
    }
  }

  /// What still waits of a stream is thrown away.
  void lose(StreamExchange stream) {
    credit(Direction.TO_CONSUMER, Frame.CONNECTION, stream.toConsumer.clear());
    credit(Direction.TO_PROVIDER, Frame.CONNECTION, stream.toProvider.clear());
  }

  /// A fault, or the provider, breaks a stream off.
  private void reset(StreamExchange stream, Part.Reset reset) {
    StreamPlan plan = Objects.requireNonNull(stream.plan);
    Optional<String> failure =
        reset
            .by()
            .map(it -> StreamFailure.DISTURBED + it.rule().fault().name())
            .or(() -> ofProvider(reset.code(), plan));
    ByteBuffer frame = FrameWriter.numbers(FrameReader.RST_STREAM, 0, stream.stream, reset.code());
    plan.sent(Direction.TO_CONSUMER, frame);
    plan.isDelivered = true;
    session.tell(stream, failure);
    write(Direction.TO_CONSUMER, frame);
    leave(stream, plan, true);
  }

  private static Optional<String> ofProvider(long code, StreamPlan plan) {
    return plan.isDelivered
        ? Optional.empty()
        : Optional.of(StreamFailure.RESET + Http2Error.name(code));
  }
}
