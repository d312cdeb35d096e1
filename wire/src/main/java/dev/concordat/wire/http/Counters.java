package dev.concordat.wire.http;

import java.util.concurrent.atomic.LongAdder;

/// The running counts of a link; several event loops add to them.
final class Counters {
  final LongAdder connections = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder exchanges = new LongAdder();
  final LongAdder opaque = new LongAdder();
  final LongAdder requestBytes = new LongAdder();
  final LongAdder responseBytes = new LongAdder();
  final LongAdder dropped = new LongAdder();

  LinkCounts now() {
    return new LinkCounts(
        connections.sum(),
        refused.sum(),
        exchanges.sum(),
        opaque.sum(),
        requestBytes.sum(),
        responseBytes.sum(),
        dropped.sum());
  }
}
