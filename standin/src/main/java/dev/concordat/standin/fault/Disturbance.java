package dev.concordat.standin.fault;

import dev.concordat.wire.fault.Delay;
import dev.concordat.wire.fault.DeliveryFault;
import java.time.Duration;
import java.util.Optional;

/// What happens to one answer.
///
/// @param delay before anything of it is sent
/// @param fault what is sent instead, or otherwise
public record Disturbance(Duration delay, Optional<DeliveryFault> fault) {
  /// The answer is sent at once, as it is.
  public static final Disturbance NONE = new Disturbance(Duration.ZERO, Optional.empty());

  public Disturbance {
    Delay.check(delay);
  }

  public boolean isNone() {
    return delay.isZero() && fault.isEmpty();
  }
}
