package dev.concordat.record.shape;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How often each value was seen, as long as there are few of them. Once there are many, or one that is not to be told, the
/// tally is *open*: it keeps only a few values, the same ones in whatever order they came (those with the smallest hash).
///
/// @param counts by value
public record Tally(NavigableMap<String, Long> counts, boolean isOpen) {
  /// No value.
  public static final Tally EMPTY = new Tally(new TreeMap<>(), false);

  /// Something that is not to be told.
  static final Tally HIDDEN = new Tally(new TreeMap<>(), true);

  /// More distinct values than this are no enumeration.
  private static final int MAX_VALUES = 24;

  private static final int MAX_KEPT_WHEN_OPEN = 8;
  private static final int MAX_CHARACTERS = 64;

  private static final Comparator<String> BY_HASH =
      Comparator.comparingInt((String text) -> mixed(text.hashCode()))
          .thenComparing(Comparator.naturalOrder());

  public Tally {
    counts = kept(counts, isOpen);
  }

  static Tally of(String value, long times) {
    return value.length() > MAX_CHARACTERS
        ? HIDDEN
        : new Tally(new TreeMap<>(Map.of(value, times)), false);
  }

  Tally merge(Tally other) {
    if (counts.isEmpty() && !isOpen) {
      return other;
    }
    var all = new TreeMap<String, Long>(counts);
    other.counts.forEach((value, count) -> all.merge(value, count, Long::sum));
    return new Tally(all, isOpen || other.isOpen || all.size() > MAX_VALUES);
  }

  /// The values, the most frequent first.
  public List<String> byFrequency() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static NavigableMap<String, Long> kept(
      NavigableMap<String, Long> counts, boolean isOpen) {
    if (!isOpen || counts.size() <= MAX_KEPT_WHEN_OPEN) {
      return counts;
    }
    var kept = new TreeMap<String, Long>();
    counts.keySet().stream()
        .sorted(BY_HASH)
        .limit(MAX_KEPT_WHEN_OPEN)
        .forEach(value -> kept.put(value, counts.getOrDefault(value, 0L)));
    return kept;
  }

  /// Values that differ little have hashes that differ little; this spreads them.
  private static int mixed(int hash) {
    int spread = hash * 0x9E3779B9;
    return spread ^ (spread >>> 15);
  }
}
