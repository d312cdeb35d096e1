package dev.concordat.engine.fidelity;

import dev.concordat.model.flowmap.ValuePlace;

/// A place to which the value of a field is carried.
///
/// @param place where it arrives
/// @param spelling how it stands there
/// @param pointer where exactly, if it was always the same item of lists; empty if not
/// @param evidence how many different values were seen to arrive
record Carried(ValuePlace place, Spelling spelling, String pointer, int evidence) {}
