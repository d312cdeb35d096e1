package dev.concordat.cases.pairs;

import java.util.BitSet;
import java.util.List;

/// The pairs of one axis with those before it that no row has yet.
final class OpenPairs {
  private final List<Axis> axes;
  private final int axis;

  /// By the axis before, then by its level: the own levels that it has not met.
  private final BitSet[][] open;

  OpenPairs(List<Axis> axes, int axis) {
    this.axes = axes;
    this.axis = axis;
    int others = Math.max(axis, 1);
    this.open = new BitSet[others][];
    for (int other = 0; other < others; other++) {
      int levels = axis == 0 ? 1 : axes.get(other).levels();
      open[other] = new BitSet[levels];
      for (int level = 0; level < levels; level++) {
        open[other][level] = new BitSet();
        open[other][level].set(0, axes.get(axis).levels());
      }
    }
  }

  /// The first axis has none before it: its levels are paired with nothing.
  private int levelOf(int[] row, int other) {
    return axis == 0 ? 0 : row[other];
  }

  /// The level that closes most pairs; of equals, another in every row.
  int bestLevel(int[] row, int turn) {
    int levels = axes.get(axis).levels();
    int best = turn % levels;
    int most = -1;
    for (int i = 0; i < levels; i++) {
      int level = (turn + i) % levels;
      int count = 0;
      for (int other = 0; other < open.length; other++) {
        int at = levelOf(row, other);
        count += at >= 0 && open[other][at].get(level) ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = level;
      }
    }
    return best;
  }

  void cover(int[] row) {
    for (int other = 0; other < open.length; other++) {
      int at = levelOf(row, other);
      if (at >= 0) {
        open[other][at].clear(row[axis]);
      }
    }
  }

  /// Does something with a pair.
  interface Pair {
    boolean take(int other, int otherLevel, int level);
  }

  /// Hands out every open pair.
  void forEach(Pair pair) {
    for (int other = 0; other < open.length; other++) {
      for (int at = 0; at < open[other].length; at++) {
        BitSet levels = open[other][at];
        for (int level = levels.nextSetBit(0); level >= 0; level = levels.nextSetBit(level + 1)) {
          // For the first axis the pair is its own level twice.
          boolean isTaken = axis == 0 ? pair.take(0, level, level) : pair.take(other, at, level);
          if (isTaken) {
            levels.clear(level);
          }
        }
      }
    }
  }
}
