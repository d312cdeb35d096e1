package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonObject;
import java.util.Random;

/// The very same.
record Same() implements Transformation {
  @Override
  public String name() {
    return "with itself";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    return description;
  }
}
