package dev.concordat.contracts.pact.broker;

import dev.concordat.contracts.pact.PactContract;
import java.util.Optional;

/// A pact that a broker keeps.
///
/// @param text what was read, one member a line, so that places in it can be shown
/// @param address where it was read
/// @param resultsAddress where to say what verifying it came to; empty where the broker does not say
public record BrokeredPact(
    PactContract pact,
    String text,
    String address,
    Optional<String> resultsAddress,
    PactStanding standing) {
  /// The same pact, read from somewhere else.
  public BrokeredPact withPact(PactContract other) {
    return new BrokeredPact(other, text, address, resultsAddress, standing);
  }
}
