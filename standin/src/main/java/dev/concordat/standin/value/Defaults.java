package dev.concordat.standin.value;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a client leaves out has the `default` that the contract states for it (JSON Schema 2020-12, validation, section 9.2).
/// Defaults of alternatives (`anyOf`, `oneOf`) are left alone: which of them is meant is for the client to say.
public final class Defaults {
  private static final int MAX_DEPTH = 16;

  private Defaults() {}

  /// The sent object with the defaults of what it leaves out; the object itself where the schema refuses it with them.
  public static JsonObject filled(Schema schema, JsonObject sent) {
    JsonObject filled = filled(schema, sent, 0, new HashSet<>());
    return schema.accepts(filled, Direction.REQUEST) ? filled : sent;
  }

  private static JsonObject filled(Schema schema, JsonObject sent, int depth, Set<Node> seen) {
    if (depth > MAX_DEPTH || !seen.add(schema.node())) {
      return sent;
    }
    var members = new LinkedHashMap<String, JsonValue>(sent.members());
    for (Map.Entry<String, Schema> property : schema.view().properties().entrySet()) {
      Schema inner = property.getValue();
      switch (members.get(property.getKey())) {
        case null -> stated(inner).ifPresent(value -> members.put(property.getKey(), value));
        case JsonObject object ->
            members.put(property.getKey(), filled(inner, object, depth + 1, new HashSet<>()));
        default -> {}
      }
    }
    JsonObject filled = members.equals(sent.members()) ? sent : new JsonObject(members);
    for (Schema part : schema.view().allOf()) {
      filled = filled(part, filled, depth, seen);
    }
    return filled;
  }

  private static Optional<JsonValue> stated(Schema schema) {
    return schema.view().readOnly() ? Optional.empty() : schema.view().defaultValue();
  }
}
