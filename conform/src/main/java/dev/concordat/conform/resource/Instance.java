package dev.concordat.conform.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One thing at the provider, by the values that stand in its path.
///
/// @param values percent-encoded, in the order of the path; the last is its own id
/// @param id the last value, before it was encoded
/// @param certainty what the knowledge of its id rests on
public record Instance(Resource resource, List<String> values, JsonValue id, Certainty certainty) {
  public Instance {
    values = List.copyOf(values);
  }

  /// The operation's path with the values in it; parameters beyond them keep their braces.
  public String path(HttpOperation operation) {
    return path(operation, values);
  }

  /// An operation's path with encoded values in the order of the path.
  public static String path(HttpOperation operation, List<String> values) {
    List<String> names = operation.path().parameterNames();
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      byName.put(names.get(i), values.get(i));
    }
    return operation.path().expand(byName);
  }

  /// The same thing under another id.
  public Instance withId(String encoded, JsonValue other) {
    List<String> changed = new ArrayList<>(values);
    changed.set(changed.size() - 1, encoded);
    return new Instance(resource, changed, other, certainty);
  }
}
