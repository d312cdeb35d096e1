package dev.concordat.engine.fidelity;

import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of an operation when learning is over.
///
/// @param carried where the values of each field go
/// @param example the request that taught it
record Known(
    Operation operation, RequestForm form, Map<String, List<Carried>> carried, Trip example) {
  List<Carried> places(String field) {
    return carried.getOrDefault(field, List.of());
  }

  /// What the fields of the example had.
  Map<String, JsonValue> values() {
    Map<String, JsonValue> values = new LinkedHashMap<>(form.fields());
    values.putAll(example.filling().values());
    return values;
  }

  ValuePlace source(String field) {
    return operation.source(field);
  }
}
