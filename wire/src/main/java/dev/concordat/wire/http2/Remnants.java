package dev.concordat.wire.http2;

import java.util.LinkedHashSet;
import java.util.Set;

/// Streams of which nothing is passed any more, because one side thinks that they go on and the other does not. The oldest are
/// forgotten.
final class Remnants {
  private static final int MOST = 10_000;

  private final Set<Integer> streams = new LinkedHashSet<>();

  private int lastTaken = Integer.MAX_VALUE;

  /// Streams with higher numbers are refused from now on.
  void refuseAfter(int stream) {
    lastTaken = Math.min(lastTaken, stream);
  }

  boolean isRefused(int stream) {
    return stream > lastTaken;
  }

  void add(int stream) {
    if (streams.size() == MOST) {
      streams.remove(streams.iterator().next());
    }
    streams.add(stream);
  }

  boolean contains(int stream) {
    return streams.contains(stream);
  }
}
