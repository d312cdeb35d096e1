package dev.concordat.compare.need;

import dev.concordat.model.comparison.Alias;
import java.util.List;

/// What PactFlow's openapi-pact-comparator calls things (its `src/results`). It looks at examples only, and takes a
/// provider's answers for closed.
public final class PactflowCodes {
  private static final String TOOL = "openapi-pact-comparator";

  private PactflowCodes() {}

  public static List<Alias> error(String code) {
    return List.of(new Alias(TOOL, code, "error"));
  }

  public static List<Alias> warning(String code) {
    return List.of(new Alias(TOOL, code, "warning"));
  }

  public static List<Alias> info(String code) {
    return List.of(new Alias(TOOL, code, "info"));
  }
}
