package dev.concordat.cases.pairs;

import java.util.Arrays;
import java.util.List;

/// A row of which some levels are not chosen yet.
final class PartialRow {
  private static final int OPEN = -2;

  private final List<Axis> axes;
  private int[] levels;

  private PartialRow(List<Axis> axes, int[] levels) {
    this.axes = axes;
    this.levels = levels;
  }

  static PartialRow empty(List<Axis> axes) {
    int[] levels = new int[axes.size()];
    Arrays.fill(levels, OPEN);
    return new PartialRow(axes, levels);
  }

  /// Takes in two levels and what they hang on, if nothing that was chosen stands against it.
  boolean takes(int one, int oneLevel, int other, int otherLevel) {
    int[] before = levels.clone();
    if (sets(one, oneLevel) && sets(other, otherLevel)) {
      return true;
    }
    levels = before.clone();
    if (sets(other, otherLevel) && sets(one, oneLevel)) {
      return true;
    }
    levels = before;
    return false;
  }

  private boolean sets(int axis, int level) {
    if (levels[axis] != OPEN) {
      return levels[axis] == level;
    }
    levels[axis] = level;
    Axis it = axes.get(axis);
    if (it.parent() == Axis.NONE) {
      return true;
    }
    int parent = levels[it.parent()];
    return parent == OPEN
        ? it.when().stream().sorted().anyMatch(allowed -> sets(it.parent(), allowed))
        : it.when().contains(parent);
  }

  /// The whole row: what is open up to an axis is chosen in turn, what comes after it is level 0.
  ///
  /// @param turn another for every row, so that rows differ
  int[] resolved(int last, int turn) {
    int[] row = levels.clone();
    for (int axis = 0; axis < row.length; axis++) {
      Axis it = axes.get(axis);
      boolean isThere = it.parent() == Axis.NONE || it.when().contains(row[it.parent()]);
      if (!isThere) {
        row[axis] = CoveringArray.NOT_THERE;
      } else if (row[axis] == OPEN) {
        row[axis] = axis <= last ? (turn + axis) % it.levels() : 0;
      }
    }
    return row;
  }
}
