package dev.concordat.registry.publication;

import dev.concordat.registry.store.VersionRow;
import java.util.Optional;

/// What is still to be done for a publication: compare it, and tell of the proofs that it took away.
///
/// @param base the address of the registry, as whoever published sees it
/// @param attempts how often somebody began, this time included
public record Due(
    long id, VersionRow version, String base, Optional<String> buildUrl, int attempts) {}
