package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import java.util.Optional;

/// An edit, and how a whole value would look that meets it.
///
/// @param spot where it was found
/// @param aim what a value of the sender does that breaks the edited sentence; absent where no value can, for the receiver
///     has no such sentence, or it restricts nothing
record Found(Edit edit, Spot spot, Optional<Aim> aim) {}
