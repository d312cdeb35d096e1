package dev.concordat.wire.http;

import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.PlacedFault;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from the consumer to the provider while faults are on.
final class RequestLane implements Runnable {
  private final DisturbedConnection connection;
  private final Inlet in;
  private final Outlet out;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();

  /// In the middle of a request that began before faults were on: it is not disturbed.
  private boolean isPassing;

  private boolean isInBody;
  private @Nullable Disturbing plan;

  RequestLane(DisturbedConnection connection, Inlet in, Outlet out) {
    this.connection = connection;
    this.in = in;
    this.out = out;
    this.isPassing = connection.tap.isInRequest();
  }

  @Override
  public void run() {
    try {
      while (true) {
        out.lookAtRules();
        switch (connection.take(in)) {
          case Piece.Arrived(ByteBuf bytes, long arrived) -> {
            try {
              consume(bytes, arrived);
            } finally {
              bytes.release();
            }
            out.flush();
          }
          case Piece.Nudge() -> {}
          case Piece.Made(ByteBuffer made) -> {
            out.noteIn(null);
            out.send(array(made), System.nanoTime(), List.of());
            out.flush();
          }
          case Piece.Closed(PlacedFault by) -> {
            out.flush();
            connection.cut(by, false);
            return;
          }
          case Piece.Ended() -> {
            synchronized (connection) {
              connection.tap.requestsEnded();
              if (connection.hasMore(in)) {
                continue;
              }
            }
            connection.wake();
            out.finish();
            return;
          }
          case Piece.BrokenOff(var reason) -> {
            connection.passBreak(connection.provider, reason.orElse(LinkFailure.CONSUMER_RESET));
            return;
          }
        }
      }
    } catch (Over over) {
      // Whoever ended the connection has told it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void consume(ByteBuf bytes, long arrived) throws Over, InterruptedException {
    while (bytes.isReadable()) {
      if (connection.mediates(bytes, Direction.TO_PROVIDER)) {
        return;
      }
      int start = bytes.readerIndex();
      Optional<MessageStream.Step> step = step(bytes);
      int end = step.isPresent() ? bytes.readerIndex() : bytes.writerIndex();
      byte[] segment = new byte[end - start];
      bytes.getBytes(start, segment);
      if (step.isEmpty()) {
        head.writeBytes(segment);
        out.noteIn(null);
        out.send(taken(), arrived, List.of());
        return;
      }
      handle(step.get(), segment, arrived);
      if (connection.isHttp2()) {
        out.send(taken(), arrived, List.of()); // the client's preface
      }
    }
  }

  private static byte[] array(ByteBuffer bytes) {
    byte[] array = new byte[bytes.remaining()];
    bytes.duplicate().get(array);
    return array;
  }

  /// Reads on; what faults do to a request is decided in the same breath, before its response can be looked at.
  private Optional<MessageStream.Step> step(ByteBuf bytes) throws Over, InterruptedException {
    synchronized (connection) {
      connection.await(() -> !connection.tap.isUndecided(), Direction.TO_PROVIDER);
      Optional<MessageStream.Step> step = connection.tap.requestStep(bytes);
      boolean isHead =
          step.isPresent()
              && (step.get() == MessageStream.Step.HEAD || step.get() == MessageStream.Step.WHOLE);
      if (isHead && !isPassing) {
        PendingExchange began = connection.tap.lastBegan();
        connection.plan(began);
        plan = began.disturbing;
        if (plan != null) {
          plan.isReady = plan.isLocal() && began.waitsForContinue();
          plan.requests = plan.isLocal() ? 0 : 1;
        }
      }
      return step;
    }
  }

  private void handle(MessageStream.Step step, byte[] segment, long arrived)
      throws Over, InterruptedException {
    switch (step) {
      case MORE, UNREAD -> {
        if (isInBody || isPassing) {
          pass(segment, arrived);
        } else {
          head.writeBytes(segment);
        }
      }
      case HEAD -> {
        headEnded(segment, arrived);
        isInBody = true;
      }
      case WHOLE -> {
        headEnded(segment, arrived);
        messageEnded();
      }
      case BODY -> pass(segment, arrived);
      case END -> {
        pass(segment, arrived);
        messageEnded();
      }
    }
  }

  private void headEnded(byte[] segment, long arrived) throws Over, InterruptedException {
    head.writeBytes(segment);
    out.noteIn(plan);
    if (plan != null) {
      out.begin(plan.onRequest);
      connection.wake();
    }
    pass(taken(), arrived);
  }

  private byte[] taken() {
    byte[] whole = head.toByteArray();
    head.reset();
    return whole;
  }

  private void pass(byte[] segment, long arrived) throws Over, InterruptedException {
    Disturbing planned = plan;
    if (planned == null) {
      out.send(segment, arrived, List.of());
    } else if (!planned.isLocal()) {
      planned.copy(segment);
      out.send(segment, arrived, planned.onRequest);
    }
  }

  private void messageEnded() {
    isInBody = false;
    isPassing = false;
    if (plan != null) {
      synchronized (connection) {
        plan.isReady = true;
      }
      connection.wake();
    }
    plan = null;
  }
}
