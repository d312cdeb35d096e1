package dev.concordat.model.drift;

import dev.concordat.model.place.Place;

/// A file that names a stub, and so relies on it.
///
/// @param isTest whether the file looks like a test
/// @param how by what it names the stub: `names the file get-order.json`
public record Reliance(Place place, boolean isTest, String how) {}
