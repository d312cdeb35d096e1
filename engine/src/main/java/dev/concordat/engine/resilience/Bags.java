package dev.concordat.engine.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was left behind, column by column, each as a bag: numbers that are given out in turn may be exchanged.
final class Bags {
  private Bags() {}

  /// The values of each column of each place, sorted.
  static Map<String, List<String>> of(List<Pair.Left> left) {
    Map<String, List<String>> bags = new TreeMap<>();
    for (Pair.Left each : left) {
      each.values()
          .forEach(
              (column, value) ->
                  bags.computeIfAbsent(each.place() + " " + column, place -> new ArrayList<>())
                      .add(value));
    }
    bags.values().forEach(bag -> bag.sort(null));
    return bags;
  }

  /// How many things were left at each place.
  static Map<String, Integer> counts(List<Pair.Left> left) {
    Map<String, Integer> counts = new TreeMap<>();
    left.forEach(each -> counts.merge(each.place(), 1, Integer::sum));
    return counts;
  }

  /// The columns that are the same both times, and differ the third time. What differs between the first two is no sign: ids
  /// that are made up, times.
  static List<String> differing(
      List<Pair.Left> once, List<Pair.Left> again, List<Pair.Left> otherwise) {
    Map<String, List<String>> first = of(once);
    Map<String, List<String>> second = of(again);
    Map<String, List<String>> third = of(otherwise);
    return both(first.keySet(), third.keySet()).stream()
        .filter(place -> bag(first, place).equals(bag(second, place)))
        .filter(place -> !bag(first, place).equals(bag(third, place)))
        .toList();
  }

  /// All of them, sorted.
  static List<String> both(Set<String> some, Set<String> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  static List<String> bag(Map<String, List<String>> bags, String place) {
    return bags.getOrDefault(place, List.of());
  }
}
