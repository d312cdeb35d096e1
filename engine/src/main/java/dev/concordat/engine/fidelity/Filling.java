package dev.concordat.engine.fidelity;

import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one request has in the fields of its form; each other field as the form has it.
///
/// @param values by field
/// @param leftOut fields that the request does not have
record Filling(Map<String, JsonValue> values, Set<String> leftOut) {
  static final Filling NONE = new Filling(Map.of(), Set.of());

  static Filling of(Map<String, JsonValue> values) {
    return new Filling(values, Set.of());
  }

  static Filling without(Set<String> fields) {
    return new Filling(Map.of(), fields);
  }

  Set<String> fields() {
    Set<String> all = new LinkedHashSet<>(values.keySet());
    all.addAll(leftOut);
    return all;
  }

  /// Nothing where the field is left out.
  Optional<JsonValue> value(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /// The same for one field, all else as the form has it.
  Filling alone(String field) {
    return value(field)
        .map(value -> of(Map.of(field, value)))
        .orElseGet(() -> without(Set.of(field)));
  }
}
