package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The conditions on an object, sorted.
///
/// @param members what members with some names must be
/// @param needs members that must be there
record ObjectShape(
    List<Condition.Members> members,
    List<Condition.HasMember> needs,
    long min,
    long max,
    boolean isBeyond) {

  /// @param isFinal whether all that a sender declares is known; then it emits nothing else
  static ObjectShape of(List<Condition> conditions, boolean isFinal) throws Undecided {
    var members = new ArrayList<Condition.Members>();
    var needs = new ArrayList<Condition.HasMember>();
    var declared = new ArrayList<NameSet>();
    boolean speaksOfOthers = false;
    boolean isBeyond = false;
    long min = 0;
    long max = Long.MAX_VALUE;
    for (Condition condition : conditions) {
      switch (condition) {
        case Condition.Members each -> members.add(each);
        case Condition.HasMember each -> needs.add(each);
        case Condition.Longer(long least) -> min = Math.max(min, least);
        case Condition.Shorter(long most) -> max = Math.min(max, most);
        case Condition.Declares(Optional<NameSet> names) -> {
          names.ifPresent(declared::add);
          speaksOfOthers |= names.isEmpty();
        }
        default -> isBeyond = true;
      }
    }
    if (isFinal && !declared.isEmpty() && !speaksOfOthers) {
      members.add(new Condition.Members(NameSet.union(declared).complement(), Claim.NEVER));
    }
    return new ObjectShape(members, needs, min, max, isBeyond);
  }

  /// What a member of that name must be.
  Set<Claim> claimsOn(String name) {
    Set<Claim> claims = new LinkedHashSet<>();
    for (Condition.Members each : members) {
      if (each.names().contains(name)) {
        claims.add(each.claim());
      }
    }
    return claims;
  }

  boolean requires(String name) {
    for (Condition.HasMember need : needs) {
      if (isOnly(need.names(), name)) {
        return true;
      }
    }
    return false;
  }

  /// What a member of that name must be if it is the one that is needed.
  Set<Claim> claimsOnNeeded(String name) {
    Set<Claim> claims = claimsOn(name);
    for (Condition.HasMember need : needs) {
      if (isOnly(need.names(), name)) {
        claims.add(need.claim());
      }
    }
    return claims;
  }

  private static boolean isOnly(NameSet names, String name) {
    return names instanceof NameSet.Few(Set<String> few) && few.size() == 1 && few.contains(name);
  }

  /// All names that a condition speaks of one by one, in order.
  Set<String> named() {
    Set<String> named = new TreeSet<>();
    members.forEach(each -> named.addAll(each.names().named()));
    needs.forEach(each -> named.addAll(each.names().named()));
    return named;
  }
}
