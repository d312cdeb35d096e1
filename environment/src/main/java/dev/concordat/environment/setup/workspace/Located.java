package dev.concordat.environment.setup.workspace;

import dev.concordat.model.place.Place;

/// A text and where it stands.
public record Located(String text, Place place) {}
