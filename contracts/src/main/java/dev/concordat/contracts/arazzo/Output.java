package dev.concordat.contracts.arazzo;

import dev.concordat.model.place.Place;

/// A named value that a step or a workflow gives.
public record Output(String name, Value value, Place place) {}
