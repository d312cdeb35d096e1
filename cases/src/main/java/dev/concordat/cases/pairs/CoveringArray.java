package dev.concordat.cases.pairs;

import java.util.ArrayList;
import java.util.List;

/// Rows in which every two levels of two axes that can meet do meet (a covering array of strength 2), made by growing it axis
/// by axis (IPOG: Lei, Kacker and others, 2007). Its size stays near v² log k for k axes of v levels.
public final class CoveringArray {
  /// In a row: the axis has nothing to choose, because its parent's level is another.
  public static final int NOT_THERE = -1;

  private final List<Axis> axes;
  private final List<int[]> rows = new ArrayList<>();

  private CoveringArray(List<Axis> axes) {
    this.axes = axes;
  }

  /// The rows, each with the level of every axis. The first is level 0 everywhere. The same axes give the same rows.
  ///
  /// @param axes parents before their children
  public static List<int[]> of(List<Axis> axes) {
    var array = new CoveringArray(List.copyOf(axes));
    array.rows.add(PartialRow.empty(array.axes).resolved(0, 0));
    for (int axis = 0; axis < axes.size(); axis++) {
      array.grow(axis);
    }
    return array.rows;
  }

  /// Rows are whole at any time: axes that come later stand at level 0 until their turn.
  private void grow(int axis) {
    var open = new OpenPairs(axes, axis);
    for (int r = 0; r < rows.size(); r++) {
      int[] row = rows.get(r);
      if (isThere(row, axis)) {
        row[axis] = r == 0 ? 0 : open.bestLevel(row, r);
        open.cover(row);
      }
    }
    var added = new ArrayList<PartialRow>();
    open.forEach(
        (other, otherLevel, level) -> {
          for (PartialRow row : added) {
            if (row.takes(other, otherLevel, axis, level)) {
              return true;
            }
          }
          PartialRow fresh = PartialRow.empty(axes);
          if (!fresh.takes(other, otherLevel, axis, level)) {
            return false;
          }
          added.add(fresh);
          return true;
        });
    for (PartialRow row : added) {
      rows.add(row.resolved(axis, rows.size()));
    }
    // Children of later axes hang on levels that are chosen only then.
    for (int[] row : rows) {
      for (int later = axis + 1; later < axes.size(); later++) {
        row[later] = isThere(row, later) ? 0 : NOT_THERE;
      }
    }
  }

  private boolean isThere(int[] row, int axis) {
    Axis it = axes.get(axis);
    return it.parent() == Axis.NONE || it.when().contains(row[it.parent()]);
  }
}
