package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What OpenAPI 3.0's `nullable: true` is in 2020-12: one more type, where that says it all; else null as an alternative to
/// all the rest.
final class NullBeside {
  private static final JsonString NULL = new JsonString("null");
  private static final List<String> MAY_REFUSE_NULL = List.of("allOf", "anyOf", "oneOf", "not");
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "externalDocs",
          "xml",
          "contentEncoding",
          "contentMediaType",
          "examples",
          "$comment");

  private NullBeside() {}

  /// The schema, and null.
  static JsonObject allow(Map<String, JsonValue> members) {
    return MAY_REFUSE_NULL.stream().anyMatch(members::containsKey)
        ? alternative(members)
        : inPlace(members);
  }

  private static JsonObject inPlace(Map<String, JsonValue> members) {
    Map<String, JsonValue> all = new LinkedHashMap<>(members);
    all.computeIfPresent("type", (name, type) -> with(type, NULL));
    all.computeIfPresent("enum", (name, values) -> with(values, JsonNull.NULL));
    return new JsonObject(all);
  }

  private static JsonValue with(JsonValue known, JsonValue more) {
    Set<JsonValue> all =
        new LinkedHashSet<>(known instanceof JsonArray(var items) ? items : List.of(known));
    all.add(more);
    return all.size() == 1 ? more : new JsonArray(List.copyOf(all));
  }

  private static JsonObject alternative(Map<String, JsonValue> members) {
    Map<String, JsonValue> outside = new LinkedHashMap<>();
    Map<String, JsonValue> rules = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          boolean isSaidOutside = ANNOTATIONS.contains(name) || name.startsWith("x-");
          (isSaidOutside ? outside : rules).put(name, value);
        });
    JsonValue onlyNull = JsonObject.EMPTY.with("type", NULL);
    outside.put("anyOf", JsonArray.of(alone(rules), onlyNull));
    return new JsonObject(outside);
  }

  /// What holds one part only is that part.
  private static JsonValue alone(Map<String, JsonValue> rules) {
    return rules.size() == 1
            && rules.get("allOf") instanceof JsonArray(List<JsonValue> parts)
            && parts.size() == 1
        ? parts.getFirst()
        : new JsonObject(rules);
  }
}
