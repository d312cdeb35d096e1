package dev.concordat.record.shape;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What is known of objects that stood in one place, told apart by the member that may say which kind each is.
///
/// @param kinds by that member and its value, `type=card`; the empty text for objects without such a member
/// @param isMixed whether there were too many kinds, so that all are one
public record Objects(NavigableMap<String, Members> kinds, boolean isMixed) {
  private static final int MAX_KINDS = 16;

  /// The kind of objects that do not tell theirs.
  public static final String UNTOLD = "";

  public Objects {
    if (isMixed || kinds.size() > MAX_KINDS) {
      var one = new TreeMap<String, Members>();
      one.put(UNTOLD, together(kinds));
      kinds = one;
      isMixed = true;
    }
    kinds = Collections.unmodifiableNavigableMap(kinds);
  }

  static Objects empty() {
    return new Objects(new TreeMap<>(), false);
  }

  static Objects of(String kind, Members members) {
    var one = new TreeMap<String, Members>();
    one.put(kind, members);
    return new Objects(one, false);
  }

  Objects merge(Objects other) {
    if (kinds.isEmpty() && !isMixed) {
      return other;
    }
    var all = new TreeMap<String, Members>(kinds);
    other.kinds.forEach((kind, members) -> all.merge(kind, members, Members::merge));
    return new Objects(all, isMixed || other.isMixed);
  }

  /// All kinds as one.
  public Members together() {
    return together(kinds);
  }

  private static Members together(NavigableMap<String, Members> kinds) {
    return kinds.values().stream().reduce(Members.empty(), Members::merge);
  }

  long count() {
    return kinds.values().stream().mapToLong(Members::count).sum();
  }
}
