package dev.concordat.compare.metamorphic;

import java.util.List;

/// All of them. A new one is one more line.
public final class Transformations {
  private Transformations() {}

  public static List<Transformation> all() {
    return List.of(
        new Same(),
        new Reordered(),
        new AsYaml(),
        new Inlined(),
        new Extracted(),
        new Wrapped("allOf"),
        new Wrapped("anyOf"),
        new Split(),
        new Merged(),
        new Upgraded());
  }
}
