package dev.concordat.cases.shape;

import dev.concordat.cases.pairs.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The axes of one operation while its parts are found.
final class Axes {
  /// More things that vary at once make rows that teach nothing; what comes after them stays plain.
  private static final int MAX_AXES = 40;

  private final List<Axis> axes = new ArrayList<>();

  /// What a part hangs on.
  ///
  /// @param axis -1 for nothing
  record Hook(int axis, Set<Integer> when) {
    static final Hook NONE = new Hook(Axis.NONE, Set.of());

    /// The levels of an axis for which something holds.
    static Hook where(int axis, int levels, IntPredicate holds) {
      Set<Integer> when =
          IntStream.range(0, levels).filter(holds).boxed().collect(Collectors.toSet());
      return when.isEmpty() ? at(axis, 0) : new Hook(axis, when);
    }

    static Hook at(int axis, int level) {
      return new Hook(axis, Set.of(level));
    }
  }

  /// A new axis; -1 where there is nothing to choose or no more room.
  int add(int levels, Hook hook) {
    if (levels < 2 || axes.size() >= MAX_AXES) {
      return Axis.NONE;
    }
    axes.add(new Axis(levels, hook.axis(), hook.when()));
    return axes.size() - 1;
  }

  List<Axis> all() {
    return List.copyOf(axes);
  }
}
