package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// All bytes are swallowed. The connection is closed after a while, which runs from the stream's beginning and is never
/// started again, or when the fault is removed.
///
/// @param closeAfter none to swallow for as long as the fault is on
public record BlackHole(Optional<Duration> closeAfter) implements TransportFault {
  public BlackHole {
    closeAfter.ifPresent(Delay::check);
  }

  @Override
  public String name() {
    return "black-hole";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return new Passage() {
      @Override
      public List<Act> begun() {
        return closeAfter.<List<Act>>map(it -> List.of(new Act.CloseLater(it))).orElse(List.of());
      }

      @Override
      public List<Act> next(ByteBuffer bytes) {
        return List.of();
      }

      @Override
      public List<Act> removed() {
        return List.of(new Act.Close());
      }
    };
  }
}
