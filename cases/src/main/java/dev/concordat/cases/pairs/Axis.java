package dev.concordat.cases.pairs;

import java.util.Set;

/// One thing that can be chosen in several ways.
///
/// @param levels how many ways
/// @param parent the axis, before this one, that decides whether there is anything to choose; {@link #NONE} if nothing does
/// @param when the levels of the parent at which there is
public record Axis(int levels, int parent, Set<Integer> when) {
  /// No axis.
  public static final int NONE = -1;

  public Axis {
    if (levels < 1 || (parent != NONE && when.isEmpty())) {
      throw new IllegalArgumentException("an axis has a level, and a parent's level to hang on");
    }
    when = Set.copyOf(when);
  }

  /// An axis that always counts.
  public static Axis of(int levels) {
    return new Axis(levels, NONE, Set.of());
  }
}
