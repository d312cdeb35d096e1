package dev.concordat.wire.fault;

import java.util.random.RandomGenerator;

/// The connection is broken off (RST) when the first byte after a number of bytes would pass: so with 0 nothing passes. Where a stream has just that many bytes, it is broken off with the last one.
///
/// @param afterBytes how many bytes of the stream pass before; 0 for none
public record Reset(long afterBytes) implements TransportFault {
  public Reset {
    Cut.check(afterBytes);
  }

  @Override
  public String name() {
    return "reset";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return new Cut(afterBytes, new Act.Reset());
  }
}
