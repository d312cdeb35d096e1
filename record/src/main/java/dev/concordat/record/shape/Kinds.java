package dev.concordat.record.shape;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Objects of several kinds, told apart by one member.
///
/// @param member its name
/// @param byValue the objects for each of its values
record Kinds(String member, NavigableMap<String, Members> byValue) {
  /// With fewer objects a kind that was not seen yet is too likely.
  private static final int LEAST_OBJECTS = 10;

  private static final int LEAST_OF_A_KIND = 2;

  /// The kinds, where they differ: one has a member always that another never has.
  static Optional<Kinds> of(Objects objects) {
    if (objects.isMixed() || objects.kinds().size() < 2 || objects.count() < LEAST_OBJECTS) {
      return Optional.empty();
    }
    var byValue = new TreeMap<String, Members>();
    String member = "";
    for (var kind : objects.kinds().entrySet()) {
      int sign = kind.getKey().indexOf('=');
      if (sign < 0 || kind.getValue().count() < LEAST_OF_A_KIND || kind.getValue().keyed() > 0) {
        return Optional.empty();
      }
      String name = kind.getKey().substring(0, sign);
      if (!member.isEmpty() && !member.equals(name)) {
        return Optional.empty();
      }
      member = name;
      byValue.put(kind.getKey().substring(sign + 1), kind.getValue());
    }
    return doDiffer(byValue) ? Optional.of(new Kinds(member, byValue)) : Optional.empty();
  }

  private static boolean doDiffer(NavigableMap<String, Members> byValue) {
    for (Members one : byValue.values()) {
      for (Members other : byValue.values()) {
        Set<String> names = one.named().keySet();
        if (names.stream()
            .anyMatch(name -> one.isAlways(name) && !other.named().containsKey(name))) {
          return true;
        }
      }
    }
    return false;
  }
}
