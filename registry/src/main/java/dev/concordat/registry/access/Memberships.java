package dev.concordat.registry.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What people may do by the groups that they are in.
///
/// @param everybody what all people may do whom the issuer knows; nothing where only members of groups may come in
public record Memberships(List<GroupRule> rules, Set<Scope> everybody) {
  public Memberships {
    rules = List.copyOf(rules);
    everybody = Set.copyOf(everybody);
  }

  /// Of these groups those that a rule names.
  public NavigableSet<String> known(Collection<String> groups) {
    NavigableSet<String> known = new TreeSet<>();
    rules.stream().map(GroupRule::group).filter(groups::contains).forEach(known::add);
    return known;
  }

  /// Whether somebody in these groups may do anything at all.
  public boolean isOpenTo(Collection<String> groups) {
    return !grants(groups).isEmpty();
  }

  List<Grant> grants(Collection<String> groups) {
    List<Grant> grants = new ArrayList<>();
    if (!everybody.isEmpty()) {
      grants.add(new Grant(everybody, Optional.empty()));
    }
    rules.stream()
        .filter(rule -> groups.contains(rule.group()))
        .map(GroupRule::grant)
        .forEach(grants::add);
    return grants;
  }
}
