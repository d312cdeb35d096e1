package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import java.util.List;

/// Is told of every request whose head was read.
@FunctionalInterface
interface RequestWatch {
  /// The head of a request is here.
  ///
  /// @param nanos when its first byte was seen, by {@link System#nanoTime()}
  void began(long nanos, String method, String target, List<Header> headers);
}
