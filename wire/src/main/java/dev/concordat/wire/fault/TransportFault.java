package dev.concordat.wire.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A fault of a stream of bytes, whatever they mean: one direction of a connection, or one message in it.
public sealed interface TransportFault extends DeliveryFault
    permits Reset, Close, HalfClose, Stall, BlackHole, Slice, Bandwidth, Latency, SlowClose {
  /// The fault at work on one stream, from its first byte on.
  ///
  /// @param random the only source of chance
  /// @param unit whether the stream is a whole connection or one message
  Passage begin(RandomGenerator random, FaultRule.Unit unit);

  @Override
  default List<Act> deliver(Answer answer, RandomGenerator random) {
    Passage passage = begin(random, FaultRule.Unit.MESSAGE);
    List<Act> acts = new ArrayList<>(passage.begun());
    acts.addAll(passage.next(answer.head()));
    acts.addAll(passage.next(answer.body()));
    return acts;
  }
}
