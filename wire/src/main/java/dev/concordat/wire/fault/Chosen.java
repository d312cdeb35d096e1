package dev.concordat.wire.fault;

import java.util.random.RandomGenerator;

/// A fault that holds for one message, and the chance of this application.
public record Chosen(PlacedFault placed, RandomGenerator random) {}
