package dev.concordat.standin.message;

/// What a stand-in for messages depends on beside its contract.
///
/// @param seed of all made values
/// @param isCounterpart whether it plays those who talk to the contract's system, and not that system
public record MessageSettings(long seed, boolean isCounterpart) {}
