package dev.concordat.contracts.pact.broker;

import dev.concordat.contracts.pact.PactContract;
import java.util.Optional;

/// A pact that a broker keeps.
///
/// @param address where it was read
/// @param resultsAddress where to say what verifying it came to; empty where the broker does not say
public record BrokeredPact(PactContract pact, String address, Optional<String> resultsAddress) {}
