package dev.concordat.wire.http2;

import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Disturbances;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// A connection on which faults may be, and none has hit a stream yet: bytes pass as they are. Heads of requests are kept until they
/// are whole, and decided about; with the first that a fault is meant for a {@link Mediator} takes over.
final class Watching {
  private final Session session;
  private final Ends ends;
  private final Planner planner;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  Watching(Session session, Ends ends, Disturbances disturbances, int mostBytes) {
    this.session = session;
    this.ends = ends;
    this.planner = new Planner(disturbances, mostBytes);
  }

  /// @throws NotHttp2 when the bytes cannot be read; all of them were passed on all the same
  void feed(ByteBuf in, Direction direction) throws NotHttp2 {
    FrameReader reader = session.way(direction).reader;
    while (in.isReadable() && !session.isMediating()) {
      int start = in.readerIndex();
      try {
        reader.step(in, frame -> found(frame, direction));
      } catch (NotHttp2 unreadable) {
        in.readerIndex(in.writerIndex());
        pass(in, start, direction, false);
        throw unreadable;
      }
      if (!session.isMediating()) {
        pass(in, start, direction, direction == Direction.TO_PROVIDER && reader.isInHead());
      }
    }
  }

  private void pass(ByteBuf in, int start, Direction direction, boolean isKept) {
    byte[] bytes = new byte[in.readerIndex() - start];
    in.getBytes(start, bytes);
    if (direction == Direction.TO_CONSUMER) {
      ends.send(direction, ByteBuffer.wrap(bytes));
      return;
    }
    kept.writeBytes(bytes);
    if (!isKept) {
      giveUp();
    }
  }

  /// Passes what was kept.
  void giveUp() {
    if (kept.size() > 0) {
      ends.send(Direction.TO_PROVIDER, ByteBuffer.wrap(kept.toByteArray()));
      kept.reset();
    }
  }

  private void found(Frame frame, Direction direction) throws NotHttp2 {
    boolean isRequest = direction == Direction.TO_PROVIDER;
    boolean isNew =
        isRequest && frame instanceof Frame.Head head && session.stream(head.stream()) == null;
    session.passed(frame, direction);
    if (isNew && frame instanceof Frame.Head head) {
      StreamExchange stream = session.stream(head.stream());
      StreamPlan plan = stream == null ? null : planner.plan(stream, ends.faults());
      if (stream != null && plan != null && plan.doesSomething()) {
        session.mediate(ends, planner).takeOver(stream, head, plan);
      }
    }
  }
}
