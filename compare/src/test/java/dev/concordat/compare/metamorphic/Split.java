package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Objects as two halves of their members, joined by `allOf`. Only objects of which nothing else speaks of all members.
record Split() implements Transformation {
  private static final Set<String> PLAIN =
      Set.of(
          "type",
          "properties",
          "required",
          "title",
          "description",
          "example",
          "examples",
          "externalDocs",
          "deprecated",
          "xml",
          "nullable");

  @Override
  public String name() {
    return "objects split over allOf";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    return new SchemaWalk((schema, spot) -> isPlain(schema) ? split(schema) : schema)
        .through(description);
  }

  private static boolean isPlain(JsonObject schema) {
    return PLAIN.containsAll(schema.members().keySet())
        && schema.member("type").filter(new JsonString("object")::equals).isPresent()
        && !schema.has("nullable")
        && schema.member("properties").orElse(null) instanceof JsonObject properties
        && properties.size() > 1;
  }

  private static JsonObject split(JsonObject schema) {
    JsonObject properties = (JsonObject) schema.member("properties").orElseThrow();
    Map<String, JsonValue> first = new LinkedHashMap<>();
    Map<String, JsonValue> second = new LinkedHashMap<>();
    properties
        .members()
        .forEach((name, value) -> (first.size() > second.size() ? second : first).put(name, value));
    Map<String, JsonValue> whole = new LinkedHashMap<>(schema.members());
    whole.remove("properties");
    whole.remove("required");
    whole.put("allOf", JsonArray.of(half(schema, first), half(schema, second)));
    return new JsonObject(whole);
  }

  private static JsonObject half(JsonObject schema, Map<String, JsonValue> properties) {
    Map<String, JsonValue> half = new LinkedHashMap<>();
    half.put("type", new JsonString("object"));
    half.put("properties", new JsonObject(properties));
    if (schema.member("required").orElse(null) instanceof JsonArray required) {
      var names =
          required.items().stream()
              .filter(
                  name ->
                      name instanceof JsonString(String text)
                          && (properties.containsKey(text) || isNowhere(schema, text)))
              .toList();
      if (!names.isEmpty()) {
        half.put("required", new JsonArray(names));
      }
    }
    return new JsonObject(half);
  }

  /// A required member of which nothing else is said stands in both halves.
  private static boolean isNowhere(JsonObject schema, String name) {
    return schema.member("properties").orElse(null) instanceof JsonObject properties
        && !properties.has(name);
  }
}
