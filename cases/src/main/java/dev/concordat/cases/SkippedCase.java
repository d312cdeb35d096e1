package dev.concordat.cases;

import dev.concordat.model.place.Place;

/// A case that could not be made.
///
/// @param operation the operation's id
/// @param what the case that it would have been: `quantity above its maximum`
/// @param reason why there is none
public record SkippedCase(
    String system, String operation, String what, String reason, Place sentence) {}
