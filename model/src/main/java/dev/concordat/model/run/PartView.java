package dev.concordat.model.run;

import java.time.Duration;

/// A part as it took part in a run.
///
/// @param product `PostgreSQL 16.15`
/// @param address `127.0.0.1:5433/orders`
public record PartView(String name, String product, String address, Duration ready) {}
