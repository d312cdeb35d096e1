package dev.concordat.registry.gate;

import java.util.Optional;

/// One thing of a contract that did not hold.
///
/// @param what the interaction or operation, as its contract calls it
/// @param witness what was seen instead of what was expected; empty where the verification does not tell
/// @param isRemoved whether the provider has no such operation at all
public record Failure(String what, Optional<String> witness, boolean isRemoved) {}
