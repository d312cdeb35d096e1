package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonObject;
import java.util.Random;

/// The same values as YAML.
record AsYaml() implements Transformation {
  @Override
  public String name() {
    return "JSON as YAML";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    return description;
  }

  @Override
  public boolean isYaml() {
    return true;
  }
}
