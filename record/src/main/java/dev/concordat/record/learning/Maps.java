package dev.concordat.record.learning;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/// Merging of summaries by key.
final class Maps {
  private Maps() {}

  static <K extends Comparable<K>, V> NavigableMap<K, V> merge(
      NavigableMap<K, V> one, NavigableMap<K, V> other, BinaryOperator<V> merge) {
    if (one.isEmpty()) {
      return other;
    }
    var all = new TreeMap<K, V>(one);
    for (Map.Entry<K, V> entry : other.entrySet()) {
      all.merge(entry.getKey(), entry.getValue(), merge);
    }
    return Collections.unmodifiableNavigableMap(all);
  }

  static <K extends Comparable<K>> NavigableMap<K, Long> sum(
      NavigableMap<K, Long> one, NavigableMap<K, Long> other) {
    return merge(one, other, Long::sum);
  }

  static <K extends Comparable<K>, V> NavigableMap<K, V> none() {
    return Collections.emptyNavigableMap();
  }

  static <K extends Comparable<K>, V> NavigableMap<K, V> one(K key, V value) {
    var one = new TreeMap<K, V>();
    one.put(key, value);
    return Collections.unmodifiableNavigableMap(one);
  }
}
