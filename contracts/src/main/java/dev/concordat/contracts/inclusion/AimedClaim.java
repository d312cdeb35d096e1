package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// What an aim claims of a value.
final class AimedClaim {
  private AimedClaim() {}

  /// @throws Undecided where a pattern of names is no regular language
  static Claim of(Aim aim) throws Undecided {
    return switch (aim) {
      case Aim.Keeps(Schema schema) -> new Claim.Holds(schema, true, false);
      case Aim.Breaks(Schema schema) -> new Claim.Holds(schema, false, false);
      case Aim.Member(String name, Aim value) -> member(NameSet.of(name), value);
      case Aim.Lacks(String name) ->
          Claim.Every.of(
              List.of(
                  new Claim.Member(NameSet.of(name), Claim.ALWAYS, false),
                  new Claim.IsObject(true)));
      case Aim.Matching(String pattern, Aim value) ->
          member(new NameSet.Regular(TextLanguage.matching(pattern)), value);
      case Aim.Another(Set<String> names, List<String> patterns, Aim value) ->
          member(others(names, patterns), value);
      case Aim.Item(int from, Aim value) ->
          new Claim.Item(from, OptionalLong.empty(), of(value), true);
      case Aim.ItemAt(int position, Aim value) ->
          new Claim.Item(position, OptionalLong.of(position + 1L), of(value), true);
      case Aim.All(List<Aim> aims) -> Claim.Every.of(all(aims));
      case Aim.Any(List<Aim> aims) -> Claim.Some.of(all(aims));
    };
  }

  private static Claim member(NameSet names, Aim value) throws Undecided {
    return new Claim.Member(names, of(value), true);
  }

  private static NameSet others(Set<String> names, List<String> patterns) throws Undecided {
    var spokenOf = new ArrayList<NameSet>(List.of(new NameSet.Few(names)));
    for (String pattern : patterns) {
      spokenOf.add(new NameSet.Regular(TextLanguage.matching(pattern)));
    }
    return NameSet.union(spokenOf).complement();
  }

  private static List<Claim> all(List<Aim> aims) throws Undecided {
    var claims = new ArrayList<Claim>();
    for (Aim aim : aims) {
      claims.add(of(aim));
    }
    return claims;
  }
}
