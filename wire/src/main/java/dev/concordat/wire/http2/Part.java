package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Header;
import dev.concordat.wire.fault.PlacedFault;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// What waits to be sent on a stream, in order.
sealed interface Part {
  /// A head, or trailers.
  record Head(List<Header> fields, boolean isEnd) implements Part {}

  /// Bytes of a body.
  ///
  /// @param isOwn whether the link has made it, and the sender knows nothing of it
  record Body(ByteBuffer bytes, boolean isEnd, boolean isOwn) implements Part {}

  /// The stream ends here, without an end.
  ///
  /// @param by the fault that wants it; nothing when the provider does
  record Reset(long code, Optional<PlacedFault> by) implements Part {}

  /// Nothing goes on before this moment, by {@link System#nanoTime()}, while the fault is on.
  record Hold(long untilNanos, PlacedFault by) implements Part {}

  /// Nothing goes on while the fault is on.
  record Stall(PlacedFault by) implements Part {}
}
