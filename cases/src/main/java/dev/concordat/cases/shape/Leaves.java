package dev.concordat.cases.shape;

import dev.concordat.cases.pairs.Axis;
import dev.concordat.cases.pairs.CoveringArray;
import java.util.ArrayList;
import java.util.List;

/// Looking through parts.
final class Leaves {
  private Leaves() {}

  /// Every place with values of its own.
  static List<Part.Leaf> of(List<Part> parts) {
    var leaves = new ArrayList<Part.Leaf>();
    parts.forEach(part -> collect(part, leaves));
    return leaves;
  }

  private static void collect(Part part, List<Part.Leaf> leaves) {
    switch (part) {
      case Part.Fixed ignored -> {
        // Nothing is open.
      }
      case Part.Leaf leaf -> leaves.add(leaf);
      case Part.Alternatives several -> several.parts().forEach(p -> collect(p, leaves));
      case Part.Members members -> members.members().values().forEach(p -> collect(p, leaves));
      case Part.Items items -> collect(items.item(), leaves);
    }
  }

  /// The row without the axes that nothing leads to.
  static int[] reached(int[] levels, List<Axis> axes) {
    int[] row = levels.clone();
    for (int i = 0; i < row.length; i++) {
      Axis axis = axes.get(i);
      if (axis.parent() != Axis.NONE && !axis.when().contains(row[axis.parent()])) {
        row[i] = CoveringArray.NOT_THERE;
      } else if (row[i] < 0) {
        row[i] = 0;
      }
    }
    return row;
  }
}
