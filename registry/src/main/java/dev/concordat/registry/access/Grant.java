package dev.concordat.registry.access;

import java.util.Optional;
import java.util.Set;

/// What somebody may do, and to whose systems.
///
/// @param team whose systems may be written to; empty for those of all teams
public record Grant(Set<Scope> scopes, Optional<String> team) {
  public Grant {
    scopes = Set.copyOf(scopes);
  }
}
