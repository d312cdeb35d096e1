package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// The end of a direction (FIN) is passed on late; bytes are not.
///
/// @param delay how late
public record SlowClose(Duration delay) implements TransportFault {
  public SlowClose {
    Delay.check(delay);
  }

  @Override
  public String name() {
    return "slow-close";
  }

  @Override
  public Passage begin(RandomGenerator random, FaultRule.Unit unit) {
    return new Passage() {
      @Override
      public List<Act> next(ByteBuffer bytes) {
        return List.of(new Act.Send(bytes));
      }

      @Override
      public List<Act> ended() {
        return List.of(new Act.Wait(delay));
      }
    };
  }
}
