package dev.concordat.wire.http2;

import dev.concordat.wire.fault.Chosen;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.StreamAct;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Stands between both ends of a connection: takes frames, does to streams what faults want, and sends frames of its own. It
/// begins between two frames of each side.
final class Mediator {
  /// Bodies that wait in one direction of a connection; more are not taken.
  private static final long WAITING_BYTES = 4 << 20;

  private final Session session;
  private final Ends ends;
  private final Planner planner;
  private final Remnants remnants = new Remnants();
  private final Outgoing out;
  private final Responses responses;
  private int lastBegan;

  Mediator(Session session, Ends ends, Planner planner) {
    this.session = session;
    this.ends = ends;
    this.planner = planner;
    this.out = new Outgoing(session, ends, remnants);
    this.responses = new Responses(session, ends, remnants, out);
    for (StreamExchange each : session.streams()) {
      each.plan = planner.nothing();
      each.plan.isDelivered = each.isResponseWhole;
    }
    for (Direction each : Direction.values()) {
      session.way(each).isBetweenFrames = session.way(each).reader.isBetweenFrames();
    }
  }

  void feed(ByteBuf in, Direction direction) throws NotHttp2 {
    Way way = session.way(direction);
    if (!way.isBetweenFrames) {
      int start = in.readerIndex();
      way.reader.finish(in, frame -> underWay(frame, direction));
      ByteBuffer passed = ByteBuffer.allocate(in.readerIndex() - start);
      in.getBytes(start, passed);
      ends.send(direction, passed.flip());
      if (!way.reader.isBetweenFrames()) {
        return;
      }
      way.isBetweenFrames = true;
      out.open(direction);
    }
    way.reader.feed(in, frame -> found(frame, direction));
  }

  /// A frame that had begun before goes on as it is.
  private void underWay(Frame frame, Direction direction) throws NotHttp2 {
    int number =
        switch (frame) {
          case Frame.Data data -> data.stream();
          case Frame.Head head -> head.stream();
          case Frame.Reset reset -> reset.stream();
          case Frame.Promise ignored -> 0;
          case Frame.Settings ignored -> 0;
          case Frame.SettingsTaken() -> 0;
          case Frame.Ping ignored -> 0;
          case Frame.GoAway ignored -> 0;
          case Frame.Window ignored -> 0;
          case Frame.Other ignored -> 0;
        };
    StreamExchange stream = session.stream(number);
    if (stream != null) {
      stream.plan = null;
    }
    session.passed(frame, direction);
    StreamExchange after = session.stream(number);
    if (after != null) {
      after.plan = planner.nothing();
      after.plan.isDelivered = after.isResponseWhole;
    }
  }

  boolean isFull(Direction direction) {
    long waiting = 0;
    for (StreamExchange each : session.streams()) {
      waiting += Session.flow(each, direction).waitingBytes();
    }
    return waiting > WAITING_BYTES;
  }

  void flushAll() {
    for (StreamExchange each : session.streams()) {
      giveWindow(each);
      out.flush(each, Direction.TO_PROVIDER);
      out.flush(each, Direction.TO_CONSUMER);
    }
  }

  private void flushAll(Direction direction) {
    for (StreamExchange each : session.streams()) {
      out.flush(each, direction);
    }
  }

  void release(Direction direction) {
    for (StreamExchange each : session.streams()) {
      Session.flow(each, direction).release();
    }
    flushAll(direction);
  }

  /// Faults that were chosen for the stream that began in HTTP/1.1.
  void adopt(StreamExchange stream, List<Chosen> chosen) {
    stream.plan = planner.plan(stream, chosen, false);
    responses.begin(stream);
  }

  private void found(Frame frame, Direction direction) throws NotHttp2 {
    switch (frame) {
      case Frame.Data data -> data(data, direction);
      case Frame.Head head -> {
        if (direction == Direction.TO_PROVIDER) {
          request(head);
        } else {
          response(head);
        }
      }
      case Frame.Promise promise -> {
        session.observe(promise, direction);
        StreamExchange pushed = session.stream(promise.promised());
        if (pushed != null) {
          pushed.plan = planner.nothing();
        }
        boolean isEmptying = out.emptiesTable(direction);
        out.write(
            direction,
            FrameWriter.promise(
                promise.stream(), promise.promised(), promise.fields(), isEmptying));
      }
      case Frame.Reset reset -> reset(reset, direction);
      case Frame.Settings settings -> {
        session.settings(settings, direction);
        begin(direction, FrameWriter.settings(settings.settings()));
        flushAll(Session.turned(direction));
      }
      case Frame.SettingsTaken() -> {
        if (!session.way(direction).taken()) {
          out.write(direction, FrameWriter.numbers(FrameReader.SETTINGS, FrameReader.ACK, 0));
        }
      }
      case Frame.Ping(long content, boolean isAnswer) -> {
        if (!isAnswer || content != Responses.FLOOD) {
          out.write(direction, FrameWriter.ping(content, isAnswer));
        }
      }
      case Frame.GoAway goAway -> {
        session.observe(goAway, direction);
        ByteBuf debug = goAway.bytes();
        ByteBuffer payload = ByteBuffer.allocate(Long.BYTES + debug.readableBytes());
        payload.putInt(goAway.last()).putInt((int) goAway.code());
        debug.getBytes(debug.readerIndex(), payload);
        out.write(direction, FrameWriter.frame(FrameReader.GOAWAY, 0, 0, payload.flip()));
      }
      case Frame.Window window -> window(window, direction);
      case Frame.Other other -> {
        if (!remnants.contains(other.stream())) {
          ByteBuffer payload = other.payload().nioBuffer();
          out.write(
              direction, FrameWriter.frame(other.type(), other.flags(), other.stream(), payload));
        }
      }
    }
  }

  /// The settings of a side go before all that waits for them.
  private void begin(Direction direction, ByteBuffer settings) {
    Way way = session.way(direction);
    if (way.isBegun) {
      out.write(direction, settings);
    } else {
      way.isBegun = true;
      ends.send(direction, settings);
      out.open(direction);
    }
  }

  private void data(Frame.Data data, Direction direction) {
    int count = data.bytes().readableBytes();
    if (remnants.contains(data.stream())) {
      out.credit(direction, Frame.CONNECTION, (long) count + data.padding());
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(count);
    data.bytes().getBytes(data.bytes().readerIndex(), bytes);
    bytes.flip();
    out.credit(direction, data.stream(), data.padding());
    StreamExchange stream = session.stream(data.stream());
    if (stream == null) {
      session.way(direction).window -= count;
      int flags = data.isEnd() ? FrameReader.END_STREAM : 0;
      out.write(direction, FrameWriter.frame(FrameReader.DATA, flags, data.stream(), bytes));
      return;
    }
    session.observe(data, direction);
    if (direction == Direction.TO_CONSUMER) {
      responses.respond(stream, new StreamAct.Body(bytes, data.isEnd()));
      return;
    }
    if (plan(stream).isLocal) {
      out.credit(direction, stream.stream, count);
    } else {
      stream.toProvider.add(new Part.Body(bytes, data.isEnd(), false));
      out.flush(stream, direction);
    }
    responses.requestEnded(stream, data.isEnd());
  }

  private static StreamPlan plan(StreamExchange stream) {
    return Objects.requireNonNull(stream.plan);
  }

  private void request(Frame.Head head) {
    int number = head.stream();
    if (remnants.contains(number)) {
      return;
    }
    boolean isNew = number > lastBegan && session.stream(number) == null;
    if (isNew && remnants.isRefused(number)) {
      remnants.add(number); // after GOAWAY nobody looks at it
      return;
    }
    lastBegan = Math.max(lastBegan, number);
    session.observe(head, Direction.TO_PROVIDER);
    StreamExchange stream = session.stream(number);
    if (stream == null) {
      out.writeHead(Direction.TO_PROVIDER, number, head.fields(), head.isEnd());
      return;
    }
    if (stream.plan == null) {
      takeOver(stream, head, planner.plan(stream, ends.faults()));
    } else {
      pass(stream, head);
      responses.requestEnded(stream, head.isEnd());
    }
  }

  /// A request begins, of which it was decided what faults do to it.
  void takeOver(StreamExchange stream, Frame.Head head, StreamPlan plan) {
    stream.plan = plan;
    lastBegan = Math.max(lastBegan, stream.stream);
    if (plan.lateRequest != null) {
      stream.toProvider.add(Responses.hold(plan.lateRequest));
    }
    pass(stream, head);
    responses.begin(stream);
    responses.requestEnded(stream, head.isEnd());
  }

  private void pass(StreamExchange stream, Frame.Head head) {
    if (!plan(stream).isLocal) {
      stream.toProvider.add(new Part.Head(head.fields(), head.isEnd()));
      out.flush(stream, Direction.TO_PROVIDER);
    }
  }

  private void response(Frame.Head head) {
    if (remnants.contains(head.stream())) {
      return;
    }
    StreamExchange stream = session.stream(head.stream());
    if (stream == null) {
      out.writeHead(Direction.TO_CONSUMER, head.stream(), head.fields(), head.isEnd());
      return;
    }
    session.observe(head, Direction.TO_CONSUMER);
    responses.respond(stream, new StreamAct.Head(head.fields(), head.isEnd()));
  }

  private void reset(Frame.Reset reset, Direction direction) {
    if (remnants.contains(reset.stream())) {
      return;
    }
    StreamExchange stream = session.stream(reset.stream());
    if (stream == null) {
      out.writeReset(direction, reset.stream(), reset.code());
    } else if (direction == Direction.TO_CONSUMER) {
      plan(stream).isProviderOver = true;
      stream.toConsumer.add(new Part.Reset(reset.code(), Optional.empty()));
      out.flush(stream, direction);
    } else {
      out.lose(stream);
      session.observe(reset, direction);
      if (plan(stream).isLocal) {
        remnants.add(reset.stream());
      } else {
        out.writeReset(direction, reset.stream(), reset.code());
      }
    }
  }

  private void window(Frame.Window more, Direction direction) {
    session.window(more, direction);
    Direction sending = Session.turned(direction);
    if (more.stream() == Frame.CONNECTION) {
      Way way = session.way(sending);
      long kept = Math.min(way.debt, more.increment());
      way.debt -= kept;
      if (more.increment() > kept) {
        grant(direction, Frame.CONNECTION, more.increment() - kept);
      }
      flushAll(sending);
      return;
    }
    StreamExchange stream = session.stream(more.stream());
    if (stream == null) {
      if (!remnants.contains(more.stream())) {
        grant(direction, more.stream(), more.increment());
      }
      return;
    }
    StreamPlan plan = plan(stream);
    if (direction == Direction.TO_CONSUMER && plan.withholding != null) {
      plan.withheld += more.increment();
      giveWindow(stream);
    } else if (!plan.isLocal) {
      grant(direction, more.stream(), more.increment());
    }
    out.flush(stream, sending);
  }

  private void grant(Direction direction, int stream, long bytes) {
    out.write(direction, FrameWriter.numbers(FrameReader.WINDOW_UPDATE, 0, stream, bytes));
  }

  /// Gives what was withheld when the fault that wanted it is gone.
  private void giveWindow(StreamExchange stream) {
    StreamPlan plan = plan(stream);
    if (plan.withholding != null && plan.withholding.isRemoved() && plan.withheld > 0) {
      grant(Direction.TO_CONSUMER, stream.stream, plan.withheld);
      plan.withheld = 0;
      plan.withholding = null;
    }
  }
}
