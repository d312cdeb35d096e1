package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.Undecided;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The conditions on an object, sorted. One shape is asked about many names, so what it says of each is found by its name,
/// and kept. Not thread-safe.
final class ObjectShape {
  private static final List<Integer> NOWHERE = List.of();

  private final List<Condition.Members> members;
  private final List<Condition.HasMember> needs;
  private final long min;
  private final long max;

  // Positions among the members: of those that speak of a name, and of those that speak of most
  // names.
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final List<Integer> wide = new ArrayList<>();
  private final Map<String, List<Claim>> needed = new HashMap<>();

  private final Map<String, Set<Claim>> claims = new HashMap<>();
  private final Map<String, Set<Claim>> claimsOnNeeded = new HashMap<>();
  private @Nullable Set<String> named;

  /// @param members what members with some names must be
  /// @param needs members that must be there
  ObjectShape(
      List<Condition.Members> members, List<Condition.HasMember> needs, long min, long max) {
    this.members = members;
    this.needs = needs;
    this.min = min;
    this.max = max;
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).names() instanceof NameSet.Few(Set<String> few)) {
        for (String name : few) {
          byName.computeIfAbsent(name, ignored -> new ArrayList<>(1)).add(i);
        }
      } else {
        wide.add(i);
      }
    }
    for (Condition.HasMember need : needs) {
      if (need.names() instanceof NameSet.Few(Set<String> few) && few.size() == 1) {
        needed
            .computeIfAbsent(few.iterator().next(), ignored -> new ArrayList<>(1))
            .add(need.claim());
      }
    }
  }

  /// @param isFinal whether all that a sender declares is known; then it emits nothing else
  static ObjectShape of(List<Condition> conditions, boolean isFinal) throws Undecided {
    var members = new ArrayList<Condition.Members>();
    var needs = new ArrayList<Condition.HasMember>();
    var declared = new ArrayList<NameSet>();
    boolean speaksOfOthers = false;
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
        default -> {
          // What is beyond computing only leaves more objects.
        }
      }
    }
    if (isFinal && !declared.isEmpty() && !speaksOfOthers) {
      members.add(new Condition.Members(NameSet.union(declared).complement(), Claim.NEVER));
    }
    return new ObjectShape(members, needs, min, max);
  }

  List<Condition.Members> members() {
    return members;
  }

  List<Condition.HasMember> needs() {
    return needs;
  }

  long min() {
    return min;
  }

  long max() {
    return max;
  }

  /// What a member of that name must be.
  Set<Claim> claimsOn(String name) {
    Set<Claim> known = claims.get(name);
    if (known == null) {
      known = Ordered.of(said(name));
      claims.put(name, known);
    }
    return known;
  }

  /// In the order of the conditions.
  private Set<Claim> said(String name) {
    Set<Claim> said = new LinkedHashSet<>();
    List<Integer> own = byName.getOrDefault(name, NOWHERE);
    int next = 0;
    for (int at : wide) {
      while (next < own.size() && own.get(next) < at) {
        said.add(members.get(own.get(next++)).claim());
      }
      if (members.get(at).names().contains(name)) {
        said.add(members.get(at).claim());
      }
    }
    while (next < own.size()) {
      said.add(members.get(own.get(next++)).claim());
    }
    return said;
  }

  boolean requires(String name) {
    return needed.containsKey(name);
  }

  /// What a member of that name must be if it is the one that is needed.
  Set<Claim> claimsOnNeeded(String name) {
    List<Claim> more = needed.get(name);
    if (more == null) {
      return claimsOn(name);
    }
    Set<Claim> known = claimsOnNeeded.get(name);
    if (known == null) {
      Set<Claim> all = new LinkedHashSet<>(claimsOn(name));
      all.addAll(more);
      known = Ordered.of(all);
      claimsOnNeeded.put(name, known);
    }
    return known;
  }

  /// All names that a condition speaks of one by one, in order.
  Set<String> named() {
    Set<String> known = named;
    if (known == null) {
      Set<String> all = new TreeSet<>();
      members.forEach(each -> all.addAll(each.names().named()));
      needs.forEach(each -> all.addAll(each.names().named()));
      known = Collections.unmodifiableSet(all);
      named = known;
    }
    return known;
  }
}
