package dev.concordat.engine.fidelity;

import dev.concordat.model.exchange.Exchange;
import java.util.List;

/// A request that was answered with success.
///
/// @param filling what its fields had
/// @param exchanges all that it caused
/// @param seen the values in them
record Trip(Filling filling, List<Exchange> exchanges, List<Sighting> seen) {}
