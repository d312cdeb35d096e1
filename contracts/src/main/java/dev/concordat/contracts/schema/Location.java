package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Pointers;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Where in the value a check stands: a chain from the inside out; `null` is the whole value.
///
/// @param index the item's index, or -1 for a member
record Location(@Nullable Location outer, String name, int index) {
  static String pointer(@Nullable Location location) {
    var pointer = new StringBuilder();
    for (Location step : fromOutside(location)) {
      pointer.append('/').append(step.index < 0 ? Pointers.escape(step.name) : step.index);
    }
    return pointer.toString();
  }

  /// For people: `items[0].price`; empty for the whole value.
  static String path(@Nullable Location location) {
    var path = new StringBuilder();
    for (Location step : fromOutside(location)) {
      if (step.index >= 0) {
        path.append('[').append(step.index).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.name);
      }
    }
    return path.toString();
  }

  private static Deque<Location> fromOutside(@Nullable Location location) {
    Deque<Location> steps = new ArrayDeque<>();
    for (Location at = location; at != null; at = at.outer) {
      steps.push(at);
    }
    return steps;
  }
}
