package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import java.util.Map;
import java.util.Random;

/// Some schemas alone in an `allOf` or `anyOf`. Not those that a discriminator knows by their name, nor those that have one:
/// it speaks of its own schema's alternatives.
///
/// @param keyword `allOf` or `anyOf`
record Wrapped(String keyword) implements Transformation {
  private static final double SHARE = 0.2;

  @Override
  public String name() {
    return "wrapped in a one-element " + keyword;
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    return new SchemaWalk(
            (schema, spot) ->
                !spot.isTold() && !schema.has("discriminator") && random.nextDouble() < SHARE
                    ? new JsonObject(Map.of(keyword, JsonArray.of(schema)))
                    : schema)
        .through(description);
  }
}
