package dev.concordat.registry.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who somebody proved to be, and what they may do.
///
/// @param name for the audit log
/// @param grants of which any one is enough
/// @param person who is signed in with a browser; empty for tokens and users of basic authentication
record Granted(String name, List<Grant> grants, Optional<Person> person) {
  Granted {
    grants = List.copyOf(grants);
  }

  /// A client with one grant.
  static Granted client(String name, Set<Scope> scopes, Optional<String> team) {
    return new Granted(name, List.of(new Grant(scopes, team)), Optional.empty());
  }

  Set<Scope> scopes() {
    Set<Scope> all = new LinkedHashSet<>();
    grants.forEach(grant -> all.addAll(grant.scopes()));
    return all;
  }

  /// The teams whose systems may be written to by what needs a scope; empty for all of them.
  Set<String> teams(Scope scope) {
    Set<String> teams = new LinkedHashSet<>();
    for (Grant grant : grants) {
      if (scope.isCoveredBy(grant.scopes())) {
        if (grant.team().isEmpty()) {
          return Set.of();
        }
        teams.add(grant.team().get());
      }
    }
    return teams;
  }
}
