package dev.concordat.contracts.inclusion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The conditions on an array, sorted.
record ArrayShape(
    List<Condition.Items> items,
    List<Condition.HasItem> wanted,
    List<Condition.ContainsAtLeast> counts,
    List<Condition.ContainsAtMost> limits,
    long min,
    long max,
    boolean isUnique,
    boolean mustRepeat,
    int excluded) {

  /// More copies of one item than this are not placed one by one.
  private static final int MAX_COPIES = 64;

  /// An item that must be somewhere.
  ///
  /// @param group copies of one item, which need positions of their own; -1 for none
  record Need(int from, long to, Claim claim, int group) {
    /// Two copies of one item cannot share a position.
    boolean isTakenAt(Set<Claim> position) {
      return group >= 0 && position.contains(claim);
    }
  }

  static ArrayShape of(List<Condition> conditions) {
    var items = new ArrayList<Condition.Items>();
    var wanted = new ArrayList<Condition.HasItem>();
    var counts = new ArrayList<Condition.ContainsAtLeast>();
    var limits = new ArrayList<Condition.ContainsAtMost>();
    long min = 0;
    long max = Long.MAX_VALUE;
    boolean isUnique = false;
    boolean mustRepeat = false;
    int excluded = 0;
    for (Condition condition : conditions) {
      switch (condition) {
        case Condition.Items each -> items.add(each);
        case Condition.HasItem each -> wanted.add(each);
        case Condition.ContainsAtLeast each -> counts.add(each);
        case Condition.ContainsAtMost each -> limits.add(each);
        case Condition.Longer(long least) -> min = Math.max(min, least);
        case Condition.Shorter(long most) -> max = Math.min(max, most);
        case Condition.Unique(boolean isPositive) -> {
          isUnique |= isPositive;
          mustRepeat |= !isPositive;
        }
        case Condition.Among among -> excluded += among.values().size();
        default -> {}
      }
    }
    for (Condition.ContainsAtMost limit : limits) {
      if (limit.count() < 0) {
        max = -1;
      }
    }
    if (isUnique && mustRepeat) {
      max = -1;
    }
    return new ArrayShape(items, wanted, counts, limits, min, max, isUnique, mustRepeat, excluded);
  }

  Set<Claim> claimsOn(long position) {
    Set<Claim> claims = new LinkedHashSet<>();
    for (Condition.Items each : items) {
      if (each.from() <= position && position < each.to().orElse(Long.MAX_VALUE)) {
        claims.add(each.claim());
      }
    }
    return claims;
  }

  /// From here on all positions are alike.
  int uniformFrom() {
    long last = 0;
    for (Condition.Items each : items) {
      last = Math.max(last, each.to().orElse(each.from()));
    }
    for (Condition.HasItem each : wanted) {
      last = Math.max(last, each.to().orElse(each.from()));
    }
    return (int) Math.min(last, Integer.MAX_VALUE - 1);
  }

  List<Need> needs() {
    var needs = new ArrayList<Need>();
    for (Condition.HasItem each : wanted) {
      needs.add(new Need(each.from(), each.to().orElse(Long.MAX_VALUE), each.claim(), -1));
    }
    int group = 0;
    for (Condition.ContainsAtLeast each : counts) {
      for (int i = 0; i < Math.min(each.count(), MAX_COPIES); i++) {
        needs.add(new Need(0, Long.MAX_VALUE, each.claim(), group));
      }
      group++;
    }
    return needs;
  }

  boolean needsMoreThan(int items) {
    return counts.stream().anyMatch(each -> each.count() > Math.min(items, MAX_COPIES));
  }

  /// No array that has what is needed is shorter.
  long shortest() {
    long shortest = mustRepeat ? Math.max(2, min) : min;
    for (Condition.HasItem each : wanted) {
      shortest = Math.max(shortest, each.from() + 1L);
    }
    for (Condition.ContainsAtLeast each : counts) {
      shortest = Math.max(shortest, each.count());
    }
    return shortest;
  }

  /// How many items more than are needed may be of use: two that repeat, or some to be unlike what is excluded.
  int slack() {
    return (mustRepeat ? 2 : 0) + Math.min(excluded, 4) + 1;
  }
}
