package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Bytes come no faster than a rate, which each connection and direction has for itself.
///
/// @param bytesPerSecond 0 lets nothing through
public record Bandwidth(long bytesPerSecond) implements TransportFault {
  /// So often in a second bytes are sent, at most.
  private static final int SLICES_PER_SECOND = 50;

  private static final double NANOS = 1e9;

  public Bandwidth {
    Cut.check(bytesPerSecond);
  }

  @Override
  public String name() {
    return "bandwidth";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return this::slowed;
  }

  private List<Act> slowed(ByteBuffer bytes) {
    if (bytesPerSecond == 0) {
      return List.of(new Act.Stall(), new Act.Send(bytes));
    }
    List<Act> acts = new ArrayList<>();
    long slice = Math.max(1, bytesPerSecond / SLICES_PER_SECOND);
    int at = bytes.position();
    while (at < bytes.limit()) {
      int size = (int) Math.min(slice, bytes.limit() - at);
      acts.add(new Act.Wait(Duration.ofNanos((long) (size * NANOS / bytesPerSecond))));
      acts.add(new Act.Send(bytes.slice(at, size)));
      at += size;
    }
    return acts;
  }
}
