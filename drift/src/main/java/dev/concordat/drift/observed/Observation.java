package dev.concordat.drift.observed;

import dev.concordat.drift.lie.Lie;

/// A way in which a mock's answer differs from the provider's answers.
///
/// @param isPermitted whether the contract allows the difference, so that other true answers may well be like the mock's
public record Observation(Lie lie, boolean isPermitted) {}
