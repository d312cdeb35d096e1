package dev.concordat.wire.http;

import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.Optional;

/// What one side sent and nobody has handled yet: filled by the event loop, emptied by a thread. A side that sends faster than
/// it is handled is not read from. Guarded by its connection's lock.
final class Inlet {
  private static final int HIGH_WATER_BYTES = 256 << 10;
  private static final int LOW_WATER_BYTES = 64 << 10;

  private final SocketChannel side;
  private final ArrayDeque<Piece> pieces = new ArrayDeque<>();

  /// What the link itself has to say goes before what has not been looked at yet.
  private final ArrayDeque<Piece> made = new ArrayDeque<>();

  private int waiting;
  private boolean isHeld;
  private long endedNanos;
  private boolean isBroken;

  Inlet(SocketChannel side) {
    this.side = side;
  }

  void add(Piece piece) {
    boolean isMade = piece instanceof Piece.Made || piece instanceof Piece.Closed;
    (isMade ? made : pieces).add(piece);
    switch (piece) {
      case Piece.Arrived(var bytes, long ignored) -> {
        waiting += bytes.readableBytes();
        if (waiting > HIGH_WATER_BYTES && !isHeld) {
          isHeld = true;
          side.config().setAutoRead(false);
        }
      }
      case Piece.Ended() -> endedNanos = Math.max(1, System.nanoTime());
      case Piece.BrokenOff ignored -> {
        isBroken = true;
        endedNanos = endedNanos == 0 ? Math.max(1, System.nanoTime()) : endedNanos;
      }
      case Piece.Made ignored -> {}
      case Piece.Closed ignored -> {}
      case Piece.Nudge() -> {}
    }
  }

  Optional<Piece> poll() {
    Piece next = made.isEmpty() ? pieces.poll() : made.poll();
    if (next instanceof Piece.Arrived(var bytes, long ignored)) {
      waiting -= bytes.readableBytes();
      if (isHeld && waiting <= LOW_WATER_BYTES) {
        isHeld = false;
        RelayHandler.readFrom(side, true);
      }
    }
    return Optional.ofNullable(next);
  }

  boolean isEmpty() {
    return made.isEmpty() && pieces.isEmpty();
  }

  /// When the side ended or broke off, known before that piece is taken; 0 when it did not.
  long endedNanos() {
    return endedNanos;
  }

  boolean isBroken() {
    return isBroken;
  }

  void release() {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Arrived(var bytes, long ignored)) {
        bytes.release();
      }
    }
    pieces.clear();
  }
}
