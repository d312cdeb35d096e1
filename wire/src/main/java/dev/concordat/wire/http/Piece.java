package dev.concordat.wire.http;

import dev.concordat.wire.fault.PlacedFault;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What came from one side of a connection, in order.
sealed interface Piece {
  /// Bytes, which the taker releases.
  ///
  /// @param arrivedNanos when, by the system's nanosecond clock
  record Arrived(ByteBuf bytes, long arrivedNanos) implements Piece {}

  /// The side sends no more (FIN).
  record Ended() implements Piece {}

  /// The side broke the connection off.
  ///
  /// @param reason where it is known
  record BrokenOff(Optional<String> reason) implements Piece {}

  /// The link itself has made these bytes, and they are sent on.
  record Made(ByteBuffer bytes) implements Piece {}

  /// A fault closes the connection, after all before was sent.
  record Closed(PlacedFault by) implements Piece {}

  /// Nothing came, but the rules have changed, or something else is to be looked at.
  record Nudge() implements Piece {}
}
