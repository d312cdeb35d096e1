package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Bytes come in small pieces, each sent by itself.
///
/// @param averageBytes of a piece, at least 1
/// @param variationBytes how much a piece may be smaller or larger, below the average
/// @param delay after each piece
public record Slice(int averageBytes, int variationBytes, Duration delay)
    implements TransportFault {
  public Slice {
    if (averageBytes < 1 || variationBytes < 0 || variationBytes >= averageBytes) {
      throw new IllegalArgumentException(
          "a slice has at least 1 byte on average and varies by less than that");
    }
    Delay.check(delay);
  }

  @Override
  public String name() {
    return "slice";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return bytes -> sliced(bytes, random);
  }

  private List<Act> sliced(ByteBuffer bytes, RandomGenerator random) {
    List<Act> acts = new ArrayList<>();
    int at = bytes.position();
    while (at < bytes.limit()) {
      int wanted = averageBytes - variationBytes + random.nextInt(2 * variationBytes + 1);
      int size = Math.min(Math.max(1, wanted), bytes.limit() - at);
      acts.add(new Act.Send(bytes.slice(at, size)));
      acts.add(new Act.Wait(delay));
      at += size;
    }
    return acts;
  }
}
