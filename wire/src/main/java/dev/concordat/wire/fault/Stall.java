package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// After a number of bytes nothing more comes, for as long as the fault is on; then what was held back goes on. With 0 it is silence.
///
/// @param afterBytes how many bytes of the stream pass before; 0 for none
public record Stall(long afterBytes) implements TransportFault {
  public Stall {
    Cut.check(afterBytes);
  }

  @Override
  public String name() {
    return "stall";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return new Cut(afterBytes, List.of(new Act.Stall()));
  }
}
