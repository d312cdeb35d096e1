package dev.concordat.record.shape;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What is known of the members of objects. Names that are values themselves (ids, dates, addresses) are never kept: such
/// objects are maps, and all their members are one. The same becomes of objects with more than {@value #MAX_NAMES} names.
///
/// @param count of objects
/// @param named by name
/// @param keyed how many members had a name that is a value
/// @param values of those members
/// @param isCrowded whether there were too many names, so that all members are in `values`
public record Members(
    long count, NavigableMap<String, Shape> named, long keyed, Shape values, boolean isCrowded) {
  private static final int MAX_NAMES = 200;

  public Members {
    if (isCrowded || named.size() > MAX_NAMES) {
      for (Shape shape : named.values()) {
        keyed += shape.seen();
        values = values.merge(shape);
      }
      named = new TreeMap<>();
      isCrowded = true;
    }
    named = Collections.unmodifiableNavigableMap(named);
  }

  static Members empty() {
    return new Members(0, new TreeMap<>(), 0, Shape.EMPTY, false);
  }

  Members merge(Members other) {
    if (count == 0) {
      return other;
    }
    var all = new TreeMap<String, Shape>(named);
    for (Map.Entry<String, Shape> member : other.named.entrySet()) {
      all.merge(member.getKey(), member.getValue(), Shape::merge);
    }
    return new Members(
        count + other.count,
        all,
        keyed + other.keyed,
        values.merge(other.values),
        isCrowded || other.isCrowded);
  }

  /// Whether every object had the member.
  boolean isAlways(String name) {
    Shape member = named.get(name);
    return member != null && member.seen() == count;
  }
}
