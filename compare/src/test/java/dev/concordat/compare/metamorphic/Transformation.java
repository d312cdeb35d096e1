package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonObject;
import java.util.Random;

/// A way to say the same in other words.
public interface Transformation {
  /// What is done, in words.
  String name();

  /// The description said otherwise. The same description and seed give the same.
  JsonObject of(JsonObject description, Random random);

  /// Whether the file is written as YAML.
  default boolean isYaml() {
    return false;
  }
}
