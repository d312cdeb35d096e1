package dev.concordat.wire.fault;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// The connection is broken off (RST) when the first byte after a number of bytes would pass: so with 0 nothing passes. Where a
/// stream has just that many bytes, it is broken off with the last one.
///
/// @param afterBytes how many bytes of the stream pass before; 0 for none
/// @param delay how long it waits before it breaks off
public record Reset(long afterBytes, Duration delay) implements TransportFault {
  public Reset {
    Cut.check(afterBytes);
    Delay.check(delay);
  }

  /// Breaks off at once.
  public Reset(long afterBytes) {
    this(afterBytes, Duration.ZERO);
  }

  @Override
  public String name() {
    return "reset";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return new Cut(
        afterBytes,
        delay.isZero() ? List.of(new Act.Reset()) : List.of(new Act.Wait(delay), new Act.Reset()));
  }
}
