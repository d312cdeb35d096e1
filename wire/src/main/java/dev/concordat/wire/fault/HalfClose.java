package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// One direction is closed in order (FIN) after a number of bytes; the other goes on.
///
/// @param afterBytes how many bytes of the stream pass before; 0 for none
public record HalfClose(long afterBytes) implements TransportFault {
  public HalfClose {
    Cut.check(afterBytes);
  }

  @Override
  public String name() {
    return "half-close";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return new Cut(afterBytes, List.of(new Act.HalfClose()));
  }
}
