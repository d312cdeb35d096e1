package dev.concordat.wire.http;

import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.Passage;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.TransportFault;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A transport fault at work on one stream.
record Running(PlacedFault placed, Passage passage) {
  /// The fault at work, if it is one of bytes that go this way.
  static Optional<Running> of(PlacedFault placed, RandomGenerator random, Direction direction) {
    FaultRule rule = placed.rule();
    return rule.fault() instanceof TransportFault fault && rule.direction() == direction
        ? Optional.of(new Running(placed, fault.begin(random, rule.unit())))
        : Optional.empty();
  }
}
