package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.time.Duration;

/// One thing that a fault has done to a connection, in the direction of the bytes it disturbs.
public sealed interface Act {
  /// Sends bytes on.
  record Send(ByteBuffer bytes) implements Act {}

  /// Does nothing for a while.
  record Wait(Duration length) implements Act {}

  /// Does nothing until this long after the bytes in hand arrived.
  record Hold(Duration sinceArrival) implements Act {}

  /// Breaks the connection off (RST), on both sides of the link.
  record Reset() implements Act {}

  /// Closes the connection in order (FIN), on both sides of the link.
  record Close() implements Act {}

  /// Closes the connection in order after a while, whatever happens meanwhile, unless the fault is removed before.
  record CloseLater(Duration length) implements Act {}

  /// Ends this direction (FIN); the other goes on. What still comes is thrown away.
  record HalfClose() implements Act {}

  /// Nothing more goes on until the fault is removed or a side ends the connection.
  record Stall() implements Act {}
}
