package dev.concordat.model.comparison;

/// One more place that meets what a difference tells.
///
/// @param pointer where in the value of that part, as in {@link Difference#pointer()}
public record Occurrence(Position position, String pointer) {}
