package dev.concordat.registry.access;

import java.util.Set;

/// A user of basic authentication, for clients that know no tokens.
///
/// @param password never shown
public record BasicUser(String name, String password, Set<Scope> scopes) {
  public BasicUser {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return name;
  }
}
