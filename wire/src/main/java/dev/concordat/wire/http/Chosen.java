package dev.concordat.wire.http;

import dev.concordat.wire.fault.PlacedFault;
import java.util.random.RandomGenerator;

/// A fault that holds for one message, and the chance of this application.
record Chosen(PlacedFault placed, RandomGenerator random) {}
