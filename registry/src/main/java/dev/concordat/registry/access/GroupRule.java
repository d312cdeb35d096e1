package dev.concordat.registry.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What the members of a group may do.
///
/// @param group as the issuer of identities calls it
/// @param grant for them
public record GroupRule(String group, Grant grant) {
  private static final String ALL_TEAMS = "*";

  /// Reads `GROUP=TEAM:SCOPE,SCOPE`; `*` instead of a team is all of them. The group may have equals signs in it.
  ///
  /// @return empty where it is not written like that
  public static Optional<GroupRule> parse(String text) {
    int equals = text.lastIndexOf('=');
    int colon = text.lastIndexOf(':');
    if (equals < 1 || colon < equals + 2 || colon == text.length() - 1) {
      return Optional.empty();
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : text.substring(colon + 1).split(",", -1)) {
      Optional<Scope> scope = Scope.of(word.strip());
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      scopes.add(scope.get());
    }
    String team = text.substring(equals + 1, colon);
    return Optional.of(
        new GroupRule(
            text.substring(0, equals),
            new Grant(scopes, team.equals(ALL_TEAMS) ? Optional.empty() : Optional.of(team))));
  }
}
