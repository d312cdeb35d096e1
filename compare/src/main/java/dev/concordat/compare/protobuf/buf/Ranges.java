package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.MessageType.NumberRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Ranges of numbers, put together where they touch. Both ends are included.
final class Ranges {
  private final List<long[]> joined = new ArrayList<>();

  private Ranges(List<NumberRange> ranges) {
    ranges.stream()
        .sorted(Comparator.comparingInt(NumberRange::first).thenComparingInt(NumberRange::last))
        .forEach(this::add);
  }

  static Ranges of(List<NumberRange> ranges) {
    return new Ranges(ranges);
  }

  private void add(NumberRange range) {
    if (!joined.isEmpty() && range.first() <= joined.getLast()[1] + 1) {
      joined.getLast()[1] = Math.max(joined.getLast()[1], range.last());
    } else {
      joined.add(new long[] {range.first(), range.last()});
    }
  }

  /// The parts of a range that are in none of these, as people write them.
  ///
  /// @param max the greatest number there can be, which is written `max`
  List<String> missing(NumberRange range, long max) {
    var missing = new ArrayList<String>();
    long from = range.first();
    for (long[] one : joined) {
      if (one[1] < from || one[0] > range.last()) {
        continue;
      }
      if (from < one[0]) {
        missing.add(shown(from, one[0] - 1, max));
      }
      from = one[1] + 1;
    }
    if (from <= range.last()) {
      missing.add(shown(from, range.last(), max));
    }
    return missing;
  }

  static String shown(NumberRange range, long max) {
    return shown(range.first(), range.last(), max);
  }

  private static String shown(long first, long last, long max) {
    return first == last ? String.valueOf(first) : first + " to " + (last == max ? "max" : last);
  }
}
