package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// The connection is closed in order (FIN) after a number of bytes: an empty reply with 0, a limit of bytes otherwise.
///
/// @param afterBytes how many bytes of the stream pass before; 0 for none
public record Close(long afterBytes) implements TransportFault {
  public Close {
    Cut.check(afterBytes);
  }

  @Override
  public String name() {
    return "close";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return new Cut(afterBytes, List.of(new Act.Close()));
  }
}
