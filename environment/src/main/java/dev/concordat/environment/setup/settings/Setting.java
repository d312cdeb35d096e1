package dev.concordat.environment.setup.settings;

import dev.concordat.environment.setup.Sureness;
import dev.concordat.model.place.Place;
import java.util.Optional;

/// An environment variable that a system reads.
///
/// @param value what somebody gave it; empty where only its name is known
/// @param sureness that this system reads it and that the value is one it works with
public record Setting(String name, Optional<String> value, Place place, Sureness sureness) {}
