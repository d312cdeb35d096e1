package dev.concordat.model.comparison;

import dev.concordat.model.place.Place;
import java.time.LocalDate;

/// That a person accepts a difference for a while.
///
/// @param owner who answers for it: `team-checkout`
/// @param reason why it may stay
/// @param until the last day on which it is accepted
/// @param place where that is written
public record Acceptance(String owner, String reason, LocalDate until, Place place) {}
