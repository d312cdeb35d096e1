package dev.concordat.model.comparison;

import java.util.Optional;

/// What a difference does to one known consumer.
///
/// @param consumer its name, with its version where that is known: `checkout-web@1.4.2`
/// @param impact {@link Impact#SAFE} where it is proved that this consumer does not meet the difference
/// @param why one sentence: what of it meets the difference, or why nothing does
/// @param witness a message of this very consumer, or that it would receive
public record Affected(String consumer, Impact impact, String why, Optional<Witness> witness) {}
