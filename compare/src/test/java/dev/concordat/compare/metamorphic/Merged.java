package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Objects joined by `allOf` as one, where references are followed to plain objects with different members.
record Merged() implements Transformation {
  private static final Set<String> PLAIN =
      Set.of("type", "properties", "required", "title", "description", "example", "examples");

  @Override
  public String name() {
    return "allOf merged";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    var references = new LocalReferences(description);
    return new SchemaWalk((schema, spot) -> merged(schema, references).orElse(schema))
        .through(description);
  }

  private static Optional<JsonObject> merged(JsonObject schema, LocalReferences references) {
    if (!(schema.member("allOf").orElse(null) instanceof JsonArray parts)
        || !isPlain(schema.without("allOf"))) {
      return Optional.empty();
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    Set<JsonValue> required = new LinkedHashSet<>();
    boolean fits = take(schema, properties, required);
    for (JsonValue part : parts.items()) {
      JsonValue target = references.follow(part);
      fits =
          fits
              && target instanceof JsonObject object
              && isPlain(object)
              && object.has("type")
              && take(object, properties, required);
    }
    if (!fits || parts.items().isEmpty()) {
      return Optional.empty();
    }
    Map<String, JsonValue> whole = new LinkedHashMap<>(schema.members());
    whole.remove("allOf");
    whole.put("type", new JsonString("object"));
    whole.put("properties", new JsonObject(properties));
    if (!required.isEmpty()) {
      whole.put("required", new JsonArray(required.stream().toList()));
    }
    return Optional.of(new JsonObject(whole));
  }

  private static boolean isPlain(JsonObject schema) {
    return PLAIN.containsAll(schema.members().keySet())
        && schema.member("type").map(new JsonString("object")::equals).orElse(true);
  }

  private static boolean take(
      JsonObject schema, Map<String, JsonValue> properties, Set<JsonValue> required) {
    if (schema.member("required").orElse(null) instanceof JsonArray names) {
      required.addAll(names.items());
    }
    if (!(schema.member("properties").orElse(null) instanceof JsonObject own)) {
      return true;
    }
    for (Map.Entry<String, JsonValue> member : own.members().entrySet()) {
      if (properties.putIfAbsent(member.getKey(), member.getValue()) != null) {
        return false;
      }
    }
    return true;
  }
}
