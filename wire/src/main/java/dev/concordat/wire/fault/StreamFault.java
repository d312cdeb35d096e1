package dev.concordat.wire.fault;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// A fault of one request on HTTP/2, gRPC among them. On HTTP/1.1 it does nothing and counts as unfit.
public sealed interface StreamFault extends Fault
    permits ResetStream,
        GoAway,
        WindowStall,
        Flood,
        Trailers,
        GrpcStatus,
        AbortAfterMessages,
        DeadlineExceeded,
        CorruptMessage {
  /// Whether the provider gets the request.
  default boolean asksProvider() {
    return true;
  }

  /// Why it can do nothing to this request; nothing when it can.
  default Optional<String> refuses(StreamRequest request) {
    return Optional.empty();
  }

  /// The fault at work.
  ///
  /// @param random the only source of chance
  StreamPassage begin(StreamRequest request, RandomGenerator random);
}
