package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Random;

/// References to schemas, parameters, responses, bodies and headers replaced by what they lead to, where that is not too
/// big and not itself.
record Inlined() implements Transformation {
  private static final int MOST_NODES = 60;

  @Override
  public String name() {
    return "references inlined";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    var references = new LocalReferences(description);
    return new SchemaWalk(
            (schema, spot) -> spot.isTold() ? schema : inlined(schema, references),
            object -> inlined(object, references))
        .through(description);
  }

  private static JsonObject inlined(JsonObject object, LocalReferences references) {
    JsonValue target = references.follow(object);
    boolean isGood =
        target instanceof JsonObject found
            && !found.has("discriminator")
            && !found.has("$id")
            && !found.has("$anchor")
            && references.size(found, MOST_NODES) > 0;
    return isGood ? (JsonObject) target : object;
  }
}
