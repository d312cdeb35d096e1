package dev.concordat.contracts.arazzo;

import dev.concordat.model.place.Place;
import java.util.Optional;

/// A condition. A regular expression in it is kept as text: whoever runs it must bound its cost (`SafePatterns`).
///
/// @param context the runtime expression that the condition looks at; absent for simple conditions
public record Criterion(
    String condition, Optional<String> context, Language language, Place place) {}
