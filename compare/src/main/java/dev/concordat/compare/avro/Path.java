package dev.concordat.compare.avro;

import dev.concordat.contracts.tree.Pointers;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// The way from the root to a value of the writer's data. Paths share their beginnings. Immutable.
///
/// @param before absent for the first step
/// @param length how many steps
record Path(Optional<Path> before, Optional<Step> last, int length) {
  static final Path ROOT = new Path(Optional.empty(), Optional.empty(), 0);

  Path then(Step step) {
    return new Path(Optional.of(this), Optional.of(step), length + 1);
  }

  List<Step> steps() {
    var steps = new ArrayDeque<Step>();
    Optional<Path> at = Optional.of(this);
    while (at.isPresent()) {
      at.get().last().ifPresent(steps::addFirst);
      at = at.get().before();
    }
    return List.copyOf(steps);
  }

  /// In the data, unions not counted: `/items/*/sku`.
  String pointer() {
    var pointer = new StringBuilder();
    for (Step step : steps()) {
      switch (step) {
        case Step.Field(String name) -> pointer.append('/').append(Pointers.escape(name));
        case Step.Item ignored -> pointer.append("/*");
        case Step.Value ignored -> pointer.append("/*");
        case Step.Branch ignored -> {}
      }
    }
    return pointer.toString();
  }
}
