package dev.concordat.cases.shape;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.function.Predicate;

/// One way to choose: values of one class, of which one after the other is used.
///
/// @param what for people: `at its maximum`; empty for what is plain
/// @param values none for leaving it out
record Choice(String what, List<JsonValue> values) {
  static final Choice ABSENT = new Choice("absent", List.of());

  Choice {
    values = List.copyOf(values);
  }

  Choice where(Predicate<JsonValue> holds) {
    return new Choice(what, values.stream().filter(holds).toList());
  }

  static Choice of(String what, JsonValue value) {
    return new Choice(what, List.of(value));
  }
}
