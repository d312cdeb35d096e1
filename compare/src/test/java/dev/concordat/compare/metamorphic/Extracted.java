package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Some schemas as components that are referred to.
record Extracted() implements Transformation {
  private static final double SHARE = 0.15;

  @Override
  public String name() {
    return "schemas extracted as components";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    Map<String, JsonValue> extracted = new LinkedHashMap<>();
    JsonObject rest =
        new SchemaWalk(
                (schema, spot) -> {
                  if (spot.isTold()
                      || spot.isComponent()
                      || schema.has("$ref")
                      || schema.has("discriminator")
                      || random.nextDouble() >= SHARE) {
                    return schema;
                  }
                  String name = "Extracted" + extracted.size();
                  extracted.put(name, schema);
                  return new JsonObject(
                      Map.of("$ref", new JsonString("#/components/schemas/" + name)));
                })
            .through(description);
    JsonObject components = member(rest, "components");
    Map<String, JsonValue> schemas = new LinkedHashMap<>(member(components, "schemas").members());
    schemas.putAll(extracted);
    return rest.with("components", components.with("schemas", new JsonObject(schemas)));
  }

  private static JsonObject member(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonObject found ? found : JsonObject.EMPTY;
  }
}
