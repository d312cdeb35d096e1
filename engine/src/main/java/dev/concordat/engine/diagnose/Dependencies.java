package dev.concordat.engine.diagnose;

import dev.concordat.model.link.LinkName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who needed whom in one case, as observed: a consumer its provider, a subscriber the publisher of a message it got.
///
/// @param needs from a system to those it needed
public record Dependencies(Map<String, Set<String>> needs) {
  public Dependencies {
    var copy = new HashMap<String, Set<String>>();
    needs.forEach((system, others) -> copy.put(system, Set.copyOf(others)));
    needs = Map.copyOf(copy);
  }

  /// What these links say, Concordat's own calls left out.
  public static Dependencies of(Collection<LinkName> links) {
    var needs = new HashMap<String, Set<String>>();
    for (LinkName link : links) {
      if (!link.isOurs()) {
        needs.computeIfAbsent(link.consumer(), name -> new HashSet<>()).add(link.provider());
      }
    }
    return new Dependencies(needs);
  }

  /// Whether a system is another or needed it, over any number of hops.
  boolean reaches(String from, String to) {
    var seen = new HashSet<String>();
    var next = new ArrayDeque<String>();
    next.add(from);
    while (!next.isEmpty()) {
      String at = next.poll();
      if (at.equals(to)) {
        return true;
      }
      if (seen.add(at)) {
        next.addAll(needs.getOrDefault(at, Set.of()));
      }
    }
    return false;
  }

  /// The systems that needed this one directly.
  Set<String> usersOf(String system) {
    var users = new HashSet<String>();
    needs.forEach(
        (user, others) -> {
          if (others.contains(system)) {
            users.add(user);
          }
        });
    return users;
  }
}
