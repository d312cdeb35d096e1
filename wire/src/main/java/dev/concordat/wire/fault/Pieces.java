package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Bytes in pieces of about the same size, with the same time before each.
final class Pieces {
  /// More pieces would be a load of their own.
  static final int MAX = 10_000;

  private Pieces() {}

  static List<Act> of(ByteBuffer bytes, int pieces, Duration during) {
    List<Act> acts = new ArrayList<>();
    Duration between = during.dividedBy(pieces);
    int from = 0;
    for (int piece = 1; piece <= pieces; piece++) {
      int to = (int) ((long) bytes.remaining() * piece / pieces);
      acts.add(new Act.Wait(between));
      acts.add(new Act.Send(bytes.slice(bytes.position() + from, to - from)));
      from = to;
    }
    return acts;
  }

  static void check(int pieces, Duration during) {
    if (pieces < 1 || pieces > MAX) {
      throw new IllegalArgumentException("there are 1 to " + MAX + " pieces");
    }
    Delay.check(during);
  }
}
