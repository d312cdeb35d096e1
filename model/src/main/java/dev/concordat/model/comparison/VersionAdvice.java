package dev.concordat.model.comparison;

import java.util.Optional;

/// What the new contract's version should be.
///
/// @param needed the step that the differences ask for
/// @param why what asks for it, in a few words: `2 breaks`
/// @param before the version that the old contract states; may be empty
/// @param stated the version that the new contract states; may be empty
/// @param suggested the next version; absent where the old one is no semantic version
/// @param isEnough whether the stated version goes that far; also true where that cannot be told
public record VersionAdvice(
    VersionStep needed,
    String why,
    String before,
    String stated,
    Optional<String> suggested,
    boolean isEnough) {}
