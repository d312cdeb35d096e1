package dev.concordat.registry.access;

import java.util.Optional;
import java.util.Set;

/// Who somebody proved to be, and what they may do.
///
/// @param name for the audit log
/// @param team whose systems they may write to; empty for those of all teams
record Granted(String name, Set<Scope> scopes, Optional<String> team) {
  Granted {
    scopes = Set.copyOf(scopes);
  }
}
