package dev.concordat.cases.shape;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of choices while a value is made of it. Where a choice has several values, each use takes the next.
final class Row {
  private static final int MAX_NOTES = 4;

  private final int[] levels;
  private final Map<List<Integer>, Integer> uses;
  private final List<String> notes = new ArrayList<>();

  /// @param uses how often each level of each axis was used; counts on
  Row(int[] levels, Map<List<Integer>, Integer> uses) {
    this.levels = levels;
    this.uses = uses;
  }

  /// The level of an axis; 0 where there is none, or where a place has become something else.
  int level(int axis) {
    return axis < 0 || levels[axis] < 0 ? 0 : levels[axis];
  }

  Optional<JsonValue> next(int axis, String name, Choice choice) {
    if (choice.values().isEmpty()) {
      note(name, choice.what());
      return Optional.empty();
    }
    int use = axis < 0 ? 0 : uses.merge(List.of(axis, level(axis)), 1, Integer::sum) - 1;
    JsonValue value = choice.values().get(use % choice.values().size());
    note(name, choice.what());
    return Optional.of(value);
  }

  void note(String name, String what) {
    if (!what.isEmpty() && notes.size() <= MAX_NOTES) {
      notes.add(name + " " + what);
    }
  }

  /// What is not plain, for people: `quantity at its maximum, note absent`.
  String words() {
    return String.join(", ", notes.subList(0, Math.min(notes.size(), MAX_NOTES)))
        + (notes.size() > MAX_NOTES ? " …" : "");
  }
}
