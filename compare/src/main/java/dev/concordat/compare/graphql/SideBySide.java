package dev.concordat.compare.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Two lists of named things, put side by side.
///
/// @param removed only in the old list
/// @param added only in the new list
/// @param both in both, in the old order
record SideBySide<T>(List<T> removed, List<T> added, List<Pair<T>> both) {
  SideBySide {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    both = List.copyOf(both);
  }

  /// One thing in both lists.
  record Pair<T>(T before, T after) {}

  /// Pairs the things of one name in their order: the first with the first.
  static <T> SideBySide<T> of(List<T> before, List<T> after, Function<T, String> name) {
    Map<String, List<T>> others = new LinkedHashMap<>();
    after.forEach(
        one -> others.computeIfAbsent(name.apply(one), key -> new ArrayList<>()).add(one));
    var removed = new ArrayList<T>();
    var both = new ArrayList<Pair<T>>();
    for (T one : before) {
      List<T> same = others.getOrDefault(name.apply(one), List.of());
      if (same.isEmpty()) {
        removed.add(one);
      } else {
        both.add(new Pair<>(one, same.removeFirst()));
      }
    }
    return new SideBySide<>(removed, others.values().stream().flatMap(List::stream).toList(), both);
  }

  /// Pairs the names that are in both.
  static SideBySide<String> of(List<String> before, List<String> after) {
    return of(
        before.stream().distinct().toList(), after.stream().distinct().toList(), name -> name);
  }
}
