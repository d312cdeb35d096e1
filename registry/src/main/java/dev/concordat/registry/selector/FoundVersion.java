package dev.concordat.registry.selector;

import java.util.Optional;

/// A version that a selector chose.
///
/// @param branch the branch by which it was chosen
public record FoundVersion(long id, long systemId, String number, Optional<String> branch) {}
