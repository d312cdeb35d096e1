package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// Bytes come later than they were sent, as over a longer way: they are delayed, not throttled. A message has one delay for all
/// its bytes; on a connection each piece that arrives has its own, and none overtakes another.
///
/// @param delay the same for all, or a distribution (jitter)
public record Latency(Delay delay) implements TransportFault {
  @Override
  public String name() {
    return "latency";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    Duration first = delay.next(random);
    return unit == FaultRule.Unit.MESSAGE
        ? bytes -> held(first, bytes)
        : bytes -> held(delay.next(random), bytes);
  }

  private static List<Act> held(Duration length, ByteBuffer bytes) {
    return List.of(new Act.Hold(length), new Act.Send(bytes));
  }
}
